import { type Decimal, decimal } from '../../model/decimal.ts';
import type { Axis, Bilingual, FigureRow, OpenData, ProgrammeFile } from '../../model/schema.ts';

/** A record of a file by the API's names of its columns; `row` is its row in a spreadsheet. */
export type Row = { readonly row: number; readonly cells: Readonly<Record<string, string>> };

/**
 * A figure that a file gives at a reporting date. `parts` is what the Commission divides an axis by, as the row has it:
 * the figures of rows that differ in nothing else are parts of one.
 */
export type Dated = {
  readonly date: string;
  readonly figure: FigureRow;
  readonly parts: Readonly<Record<Division, string>>;
};

/** What the Commission divides an axis by, each part in a row of its own. */
export const DIVISIONS = ['category_of_region', 'fund', 'to'] as const;
export type Division = (typeof DIVISIONS)[number];

/** Says what is wrong with a row, and stands for the value that it lacks. */
export type Complain = (it: string, en: string) => null;

/** What a column of numbers counts: amounts have cents, people are whole. */
export type Counted = 'EUR' | 'count';

/** A file format of the Commission's open data, known by its columns. */
export type Format = {
  /** What the document in programme.json that its figures cite says under "import". */
  readonly is: OpenData;
  readonly name: Bilingual;
  readonly columns: readonly string[];
  /** Columns that say more where a file has them. */
  readonly more: readonly string[];
  /** The columns of its figures. */
  readonly numbers: Readonly<Record<string, Counted>>;
  /** Other columns of numbers: they show how the file writes its numbers. */
  readonly alike: readonly string[];
  /** The column of the axis. */
  readonly axis: string;
  /** Whether a row is any of the dataset's business. */
  concerns(row: Row, programme: ProgrammeFile): boolean;
  /** Rows that have nothing to say yet, and what is missing from the others. */
  unready?(rows: readonly Row[]): Unready;
  /** `planned`: the row has nothing but what is planned. */
  figures(row: Row, programme: ProgrammeFile, complain: Complain, planned: boolean): readonly Dated[];
};

/** Rows by what they lack: those without a date or any money, and those with nothing but what is planned. */
export type Unready = { readonly empty: ReadonlySet<Row>; readonly planned: ReadonlySet<Row> };

export function partsOf({ cells }: Row): Dated['parts'] {
  const { category_of_region = '', fund = '', to = '' } = cells;
  return { category_of_region, fund, to };
}

const TENS = ['', 'X', 'XX'];
const ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** As the Commission codes an axis: its letter or its Roman numeral, unless the dataset says otherwise. */
export function axisCode({ number, code, letter }: Axis): string {
  return code ?? letter ?? romanOf(number);
}

/** A lettered axis may still be numbered in the files. */
export function isCoded(axis: Axis, code: string): boolean {
  return code === axisCode(axis) || (axis.code === undefined && code === romanOf(axis.number));
}

/** "Priority axis A", as a spreadsheet of people may have it, is A. */
export const plainCode = (cell: string): string =>
  cell.replace(/^(?:priority\s+)?(?:axis|asse|priority)\s+/i, '').toUpperCase();

export function romanOf(number: number): string {
  return `${TENS[Math.floor(number / 10)]}${ONES[number % 10]}`;
}

export function axisOf({ cells }: Row, column: string, { axes }: ProgrammeFile, complain: Complain) {
  const code = cells[column] ?? '';
  const known = axes.map(axisCode).join(', ');
  return (
    axes.find((axis) => isCoded(axis, code)) ??
    complain(
      `L’asse "${code}" (${column}) non è in programme.json: ci sono ${known}. Se è un asse nuovo aggiungerlo in "axes", con "code": "${code}"; un altro programma si inizia con npm run new:programme.`,
      `Axis "${code}" (${column}) is not in programme.json: there are ${known}. If it is a new axis add it to "axes", with "code": "${code}"; another programme begins with npm run new:programme.`,
    )
  );
}

/** A number as tables write it, `358000000.0`: not negative, with no more decimals than `places`. */
export function amountOf({ cells }: Row, column: string, places: number, complain: Complain): Decimal | null {
  const printed = cells[column] ?? '';
  const value = decimal(printed);
  const extra = value ? 10n ** BigInt(Math.max(0, value.places - places)) : 1n;
  if (value && value.units >= 0n && value.units % extra === 0n) return value;
  return complain(
    `"${printed}" (${column}) non è un numero di al più ${places} decimali, scritto come 1234.5.`,
    `"${printed}" (${column}) is not a number of at most ${places} decimals, written as 1234.5.`,
  );
}
