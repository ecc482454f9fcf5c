import type { Bilingual } from '../../model/schema.ts';
import {
  COLUMN_KEYS,
  COLUMNS,
  type Column,
  NEEDED,
  plainWord,
  squashed,
  unguarded,
  visibleText,
} from './columns.ts';
import { type Decoded, decodedFrom, utf16 } from './decoded.ts';
import { type Problem, problem, wrong } from './problems.ts';
import { letterOf, spoiltIn } from './spoilt.ts';
import { DELIMITERS, type Table, tableIn } from './table.ts';
import { EMPTY, unreadableBecause } from './unreadable.ts';

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
  readonly encoding: Decoded['encoding'];
};

const LARGEST = 8 * 1024 * 1024;
/** Rows of a table, empty ones included: those of this dataset have some 300. */
const MOST_ROWS = 20_000;
/** Of a row, how many cells may name columns. */
const MOST_COLUMNS = 500;
/** Of a cell, how many letters may be the name of a column. */
const LONGEST_NAME = 200;
/** In how many rows from the top the names of the columns may stand: a title may come first. */
const FIRST_ROWS = 20;

/** The table in a file, however a spreadsheet saved it. */
export function sheetIn(bytes: Uint8Array): Sheet | readonly Problem[] {
  const why = unreadableBecause(bytes);
  if (why) return why === EMPTY ? headless(EMPTY) : [problem(null, why)];
  if (bytes.length > LARGEST) return wrong('Il file supera 8 MB.', 'The file is larger than 8 MB.');
  const { text, encoding } = decodedFrom(bytes);
  const body = withoutSeparatorLine(text);
  const [best] = headsOf(body.slice(0, BEGINNING));
  if (!best || best.columns.size === 0) return headless();
  const lost = NEEDED.filter((key) => !best.columns.has(key)).map((key) => COLUMNS[key][0]);
  return lost.length > 0 ? [missing(best.row, lost.join(', '))] : sheetUnder(best, body, encoding);
}

const TOO_LONG = wrong(
  'La tabella ha più di 20.000 righe, anche vuote: togliere quelle che non servono e salvarla di nuovo.',
  'The table has more than 20,000 rows, empty ones included: remove those that nobody needs and save it again.',
);

/** Excel writes it above a table, and heeds it. */
const withoutSeparatorLine = (text: string): string => text.replace(/^sep=.\r?\n/i, '');

/** `why` is what comes before. */
function headless(why: Bilingual = { it: '', en: '' }): readonly Problem[] {
  const names = COLUMN_KEYS.map((key) => COLUMNS[key][0]).join(', ');
  return wrong(
    `${why.it} Manca la riga con i nomi delle colonne: ${names}.`.trim(),
    `${why.en} No row names the columns: ${names}.`.trim(),
  );
}

/**
 * Whether a file is a table of figures rather than any other file: the names of some columns stand in its beginning. What
 * is wrong with the rest says whoever reads the table.
 */
export function isSheet(bytes: Uint8Array): boolean {
  const start = beginning(bytes);
  if (start.length === 0 || unreadableBecause(start) !== null) return false;
  return headsOf(withoutSeparatorLine(decodedFrom(start).text)).some(({ columns }) => columns.size >= FEWEST);
}

/** Bytes, or letters, in which the names of the columns must stand. */
const BEGINNING = 64 * 1024;

/** The first lines of a file, none of them cut; nothing where the first line has no end. */
function beginning(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= BEGINNING) return bytes;
  const start = bytes.subarray(0, BEGINNING);
  if (utf16(start)) return start;
  return start.subarray(0, Math.max(start.lastIndexOf(0x0a), start.lastIndexOf(0x0d)) + 1);
}

/** Of a table's columns, how many it must name at least. */
const FEWEST = 3;

/** A row as the names of columns: which of its cells names which. */
type Head = {
  readonly row: number;
  readonly names: readonly string[];
  readonly columns: ReadonlyMap<Column, number>;
  readonly delimiter: string;
};

/** What each of the first rows would name as columns: the one that names most of them, the header, comes first. */
function headsOf(text: string): readonly Head[] {
  const heads = DELIMITERS.flatMap((delimiter) => headsIn(tableIn(text, delimiter, FIRST_ROWS), delimiter));
  return heads.toSorted((a, b) => b.columns.size - a.columns.size);
}

function headsIn({ lines }: Table, delimiter: string): readonly Head[] {
  return lines.map(({ row, cells }) => {
    const names = cells.slice(0, MOST_COLUMNS).map((cell) => squashed(cell.slice(0, LONGEST_NAME)));
    const words = names.map(plainWord);
    const columns = new Map(
      COLUMN_KEYS.flatMap((key) => {
        const heads = COLUMNS[key].map(plainWord);
        const at = words.findIndex((word) => heads.includes(word));
        return at < 0 ? [] : [[key, at] as const];
      }),
    );
    return { row, names, columns, delimiter };
  });
}

function sheetUnder(
  { row: head, names, columns, delimiter }: Head,
  text: string,
  encoding: Decoded['encoding'],
): Sheet | readonly Problem[] {
  const table = tableIn(text, delimiter, MOST_ROWS + 1);
  if (table.size > MOST_ROWS) return TOO_LONG;
  if (table.problems.length > 0) return table.problems;
  const lines = table.lines.filter(({ row }) => row > head);
  const spoilt = spoiltIn(lines, names.length, columns, /[\r\n]$/.test(text));
  if (spoilt.length > 0) return spoilt;
  const used = new Set(columns.values());
  return {
    rows: lines.map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(
        [...columns].map(([key, at]) => [key, unguarded(visibleText(cells[at] ?? ''))]),
      ),
    })),
    ignored: names.filter((name, at) => name !== '' && !used.has(at)),
    letters: Object.fromEntries([...columns].map(([key, at]) => [key, letterOf(at)])),
    english: delimiter === ',',
    encoding,
  };
}

const missing = (row: number, columns: string) =>
  problem(row, {
    it: `Fra i nomi delle colonne mancano: ${columns}.`,
    en: `Of the names of the columns these are missing: ${columns}.`,
  });
