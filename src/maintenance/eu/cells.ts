import { type Decimal, decimal } from '../../model/decimal.ts';
import type { Axis, Bilingual, FigureRow, OpenData, ProgrammeFile } from '../../model/schema.ts';

/** A record of a file by the names of its columns; `row` is its row in a spreadsheet. */
export type Row = { readonly row: number; readonly cells: Readonly<Record<string, string>> };

/** A figure that a file gives at a reporting date. */
export type Dated = { readonly date: string; readonly figure: FigureRow };

/** Says what is wrong with a row, and stands for the value that it lacks. */
export type Complain = (it: string, en: string) => null;

/** A file format of the Commission's open data, known by its columns. */
export type Format = {
  /** What the document in programme.json that its figures cite says under "import". */
  readonly is: OpenData;
  readonly name: Bilingual;
  readonly columns: readonly string[];
  /** Whether a row is any of the dataset's business. */
  concerns(row: Row, programme: ProgrammeFile): boolean;
  figures(row: Row, programme: ProgrammeFile, complain: Complain): readonly Dated[];
};

const TENS = ['', 'X', 'XX'];
const ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** As the Commission writes an axis: its Roman numeral unless the dataset says otherwise. */
function codeOf({ number, code }: Axis): string {
  return code ?? `${TENS[Math.floor(number / 10)]}${ONES[number % 10]}`;
}

export function axisOf({ cells }: Row, column: string, { axes }: ProgrammeFile, complain: Complain) {
  const code = cells[column] ?? '';
  const known = axes.map(codeOf).join(', ');
  return (
    axes.find((axis) => codeOf(axis) === code) ??
    complain(
      `L’asse "${code}" (${column}) non è in programme.json: ci sono ${known}.`,
      `Axis "${code}" (${column}) is not in programme.json: there are ${known}.`,
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
