import { type Decimal, decimal, toNumber } from '../../model/decimal.ts';
import type { Axis, FigureRow, ProgrammeFile } from '../../model/schema.ts';
import type { Dated } from './format.ts';
import { type Problem, problem, type TableRow } from './table.ts';

/** A value read from a cell, or why it cannot be. */
export type Read<T> = { readonly value: T } | Problem;

const TENS = ['', 'X', 'XX'];
const ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** As the Commission writes an axis: its Roman numeral unless the dataset says otherwise. */
function codeOf({ number, code }: Axis): string {
  return code ?? `${TENS[Math.floor(number / 10)]}${ONES[number % 10]}`;
}

export function axisOf({ row, cells }: TableRow, column: string, { axes }: ProgrammeFile): Read<Axis> {
  const code = cells[column] ?? '';
  const value = axes.find((axis) => codeOf(axis) === code);
  if (value) return { value };
  const known = axes.map(codeOf).join(', ');
  return problem(
    row,
    `L’asse "${code}" (${column}) non è in programme.json: ci sono ${known}.`,
    `Axis "${code}" (${column}) is not in programme.json: there are ${known}.`,
  );
}

/** A number as tables write it, `358000000.0`: not negative, with no more decimals than `places`. */
export function amountOf({ row, cells }: TableRow, column: string, places: number): Read<Decimal> {
  const printed = cells[column] ?? '';
  const value = decimal(printed);
  const extra = value ? 10n ** BigInt(Math.max(0, value.places - places)) : 1n;
  if (value && value.units >= 0n && value.units % extra === 0n) return { value };
  return problem(
    row,
    `"${printed}" (${column}) non è un numero di al più ${places} decimali, scritto come 1234.5.`,
    `"${printed}" (${column}) is not a number of at most ${places} decimals, written as 1234.5.`,
  );
}

export function figureOf(
  { row, cells }: TableRow,
  column: string,
  value: Decimal,
  figure: Pick<FigureRow, 'subject' | 'measure' | 'unit' | 'note'>,
): FigureRow {
  const { subject, measure, unit, note } = figure;
  const printed = cells[column] ?? '';
  const told = note === undefined ? {} : { note };
  return { subject, measure, value: toNumber(value), unit, page: row, printed, ...told };
}

/** Figures given twice for one date: the first stays where they are equal; where they are not, neither is right. */
export function onceEach(figures: readonly Dated[]): {
  readonly figures: readonly Dated[];
  readonly problems: readonly Problem[];
} {
  const first = new Map<string, Dated>();
  const problems: Problem[] = [];
  for (const dated of figures) {
    const { date, figure } = dated;
    const key = `${date} ${figure.subject} ${figure.measure} ${figure.unit}`;
    const other = first.get(key)?.figure;
    if (!other) first.set(key, dated);
    else if (other.value !== figure.value) problems.push(twice(figure, other, date));
  }
  return { figures: [...first.values()], problems };
}

function twice(figure: FigureRow, other: FigureRow, date: string): Problem {
  const what = `"${figure.measure}" ${figure.subject} ${date}`;
  return problem(
    figure.page,
    `${what}: ${figure.printed}, ma la riga ${other.page} dice ${other.printed}.`,
    `${what}: ${figure.printed}, but row ${other.page} says ${other.printed}.`,
  );
}
