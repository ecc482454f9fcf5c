import Papa from 'papaparse';
import type { Bilingual } from '../../model/schema.ts';

/** A record of a CSV file; `row` is its row in a spreadsheet, in which the header is row 1. */
export type TableRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> };
export type Table = { readonly columns: readonly string[]; readonly rows: readonly TableRow[] };

/** Why a file cannot be imported; `row` where it is one row's fault. */
export type Problem = { readonly row: number | null; readonly message: Bilingual };

export const problem = (row: number | null, it: string, en: string): Problem => ({
  row,
  message: { it, en },
});

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The records of a CSV file, by column name; whatever keeps it from being read is a problem, never an exception. */
export function readTable(bytes: Uint8Array): Table | readonly Problem[] {
  const text = decoded(bytes);
  if (text === null)
    return [problem(null, 'Il file non è un testo in UTF-8.', 'The file is not UTF-8 text.')];
  if (text.trim() === '') return [problem(null, 'Il file è vuoto.', 'The file is empty.')];
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [',', ';', '\t'] });
  const quotes = errors.filter(({ type }) => type === 'Quotes').map(({ row }) => badQuotes(row));
  if (quotes.length > 0) return quotes;
  const [header = [], ...records] = data;
  const columns = header.map((name) => name.trim());
  const rows = records
    .map((fields, at) => ({ row: at + 2, fields }))
    .filter(({ fields }) => fields.some((field) => field.trim() !== ''));
  const uneven = rows.filter(({ fields }) => fields.length !== columns.length);
  if (uneven.length > 0)
    return uneven.map(({ row, fields }) => badLength(row, fields.length, columns.length));
  return { columns, rows: rows.map(({ row, fields }) => ({ row, cells: cellsOf(columns, fields) })) };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function cellsOf(columns: readonly string[], fields: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((name, at) => [name, (fields[at] ?? '').trim()]));
}

function badQuotes(at: number | undefined): Problem {
  return problem(
    at === undefined ? null : at + 1,
    'Le virgolette non si chiudono o stanno in mezzo a un campo.',
    'Quotes are not closed, or stand in the middle of a field.',
  );
}

function badLength(row: number, fields: number, columns: number): Problem {
  return problem(
    row,
    `La riga ha ${fields} campi, l’intestazione ${columns}.`,
    `The row has ${fields} fields, the header ${columns}.`,
  );
}
