import Papa from 'papaparse';
import { COLUMN_KEYS, COLUMNS, type Column, NEEDED, type Problem, taken } from './columns.ts';
import { type Head, headsIn } from './head.ts';
import { windows1252 } from './windows1252.ts';

/** A row of a table; a cell is missing where its column is. `row` is its number in a spreadsheet. */
export type SheetRow = { readonly row: number; readonly cells: Readonly<Partial<Record<Column, string>>> };

export type Sheet = {
  readonly rows: readonly SheetRow[];
  /** Columns that mean nothing here, by their heads. */
  readonly ignored: readonly string[];
  /** Where the letters of a spreadsheet's columns are. */
  readonly letters: Readonly<Partial<Record<Column, string>>>;
  /** Whether commas stand between cells: numbers may then be written as in English. */
  readonly english: boolean;
};

const DELIMITERS = [';', ',', '\t'] as const;
const LARGEST = 8 * 1024 * 1024;

/** The table in a file, however a spreadsheet saved it. */
export function sheetIn(bytes: Uint8Array): Sheet | readonly Problem[] {
  const whole = (it: string, en: string): readonly Problem[] => [
    { row: null, column: null, message: { it, en } },
  ];
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return whole(
      'È una cartella di lavoro: salvarla come «CSV UTF-8 (delimitato)».',
      'This is a workbook: save it as “CSV UTF-8”.',
    );
  if (bytes.length > LARGEST) return whole('Il file supera 8 MB.', 'The file is larger than 8 MB.');
  const text = decoded(bytes).replace(/^sep=.\r?\n/i, '');
  const tables = DELIMITERS.flatMap((delimiter) =>
    headsIn(text, delimiter).map((head) => ({ delimiter, head })),
  );
  const [best] = tables.toSorted((a, b) => b.head.columns.size - a.head.columns.size);
  if (!best || best.head.columns.size === 0) {
    const heads = COLUMN_KEYS.map((key) => COLUMNS[key][0]).join(', ');
    return whole(`Manca la riga con i nomi delle colonne: ${heads}.`, `No row names the columns: ${heads}.`);
  }
  const lost = NEEDED.filter((key) => !best.head.columns.has(key)).map((key) => COLUMNS[key][0]);
  if (lost.length > 0) return [{ row: best.head.at + 1, column: null, message: missing(lost.join(', ')) }];
  return tableIn(text, best.delimiter, best.head);
}

/** UTF-8, UTF-16 as «Unicode text» has it, or what Windows writes in western Europe. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

function tableIn(text: string, delimiter: string, { at, columns, names }: Head): Sheet | readonly Problem[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const quotes = errors.filter(({ type }) => type === 'Quotes');
  if (quotes.length > 0) return quotes.map(({ row }) => badQuotes(row));
  const rows = data.map((cells, index) => ({ cells, row: index + 1 })).slice(at + 1);
  const full = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const long = full.filter(({ cells }) => cells.slice(names.length).some((cell) => cell.trim() !== ''));
  if (long.length > 0) return long.map(({ row }) => tooLong(row, letterOf(names.length)));
  const used = new Set(columns.values());
  return {
    rows: full.map(({ cells, row }) => ({
      row,
      cells: Object.fromEntries([...columns].map(([key, index]) => [key, taken(cells[index] ?? '')])),
    })),
    ignored: names.filter((name, index) => name !== '' && !used.has(index)),
    letters: Object.fromEntries([...columns].map(([key, index]) => [key, letterOf(index)])),
    english: delimiter === ',',
  };
}

/** 0 → A, 26 → AA. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}

const missing = (columns: string): Problem['message'] => ({
  it: `Fra i nomi delle colonne mancano: ${columns}.`,
  en: `Of the names of the columns these are missing: ${columns}.`,
});

const badQuotes = (at: number | undefined): Problem => ({
  row: at === undefined ? null : at + 1,
  column: null,
  message: {
    it: 'Le virgolette non si chiudono o stanno in mezzo a una cella.',
    en: 'Quotes are not closed, or stand in the middle of a cell.',
  },
});

const tooLong = (row: number, column: string): Problem => ({
  row,
  column,
  message: {
    it: 'La riga ha più celle dell’intestazione: forse un separatore sta dentro un testo senza virgolette.',
    en: 'The row has more cells than the header: perhaps a separator stands in a text without quotes.',
  },
});
