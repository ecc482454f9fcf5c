import {
  compare,
  type Decimal,
  decimal,
  exactSum,
  printedDecimal,
  saysTheSame,
  swapMarks,
  withPlaces,
} from '../model/decimal.ts';
import type { PublishedMeasure, Unit } from '../model/measures.ts';
import type { Bilingual, FigureRow, SnapshotFile } from '../model/schema.ts';
import type { DataFile } from './files.ts';
import type { Path } from './place.ts';

/** A figure as a rule sees it: the row, where it stands and what document it cites. */
export type Row = FigureRow & { readonly document: string; readonly path: Path };

export function rowsOf({ content }: DataFile<SnapshotFile>): readonly Row[] {
  return content.sources.flatMap(({ document, figures }, source) =>
    figures.map((row, at) => ({ ...row, document, path: ['sources', source, 'figures', at] })),
  );
}

export function rowOf(
  rows: readonly Row[],
  subject: string,
  measure: PublishedMeasure,
  unit: Unit,
): Row | undefined {
  return rows.find((row) => row.subject === subject && row.measure === measure && row.unit === unit);
}

const ZERO: Decimal = { units: 0n, places: 0 };

/** The exact value of a row; a number of more digits than the exact arithmetic takes counts as zero. */
export function exactOf({ value, printed }: Pick<FigureRow, 'value' | 'printed'>): Decimal {
  const exact = decimal(String(value)) ?? ZERO;
  const places = printedDecimal(printed)?.places ?? exact.places;
  return places > exact.places ? withPlaces(exact, places) : exact;
}

/** One step of the last printed decimal: 0,1 for 970,4. */
export function lastPlace({ places }: Decimal): Decimal {
  return { units: 1n, places };
}

export function minus(from: Decimal, take: Decimal): Decimal {
  return exactSum([from, { units: -take.units, places: take.places }]);
}

/** How far two numbers are from each other, whichever is the larger. */
export function gapOf(a: Decimal, b: Decimal): Decimal {
  return isAbove(a, b) ? minus(a, b) : minus(b, a);
}

export const isAbove = (a: Decimal, b: Decimal): boolean => compare(a, b) > 0;

export const times = ({ units, places }: Decimal, factor: bigint): Decimal => ({
  units: units * factor,
  places,
});

type Printed = Pick<FigureRow, 'value' | 'printed' | 'unit'>;

/** Money in millions, whatever its unit; null for what is not money. */
export function millions(row: Printed): Decimal | null {
  const value = exactOf(row);
  if (row.unit === 'MEUR') return value;
  return row.unit === 'EUR' ? { units: value.units, places: value.places + 6 } : null;
}

/** Two figures in one unit; null where they cannot be compared, as a count with a percentage. */
export function inOneUnit(a: Printed, b: Printed): readonly [Decimal, Decimal] | null {
  if (a.unit === b.unit) return [exactOf(a), exactOf(b)];
  const [one, other] = [millions(a), millions(b)];
  return one && other && [one, other];
}

/** Whether two figures say the same of one thing: the coarser is the finer one, rounded or cut. */
export function sameFigure(a: Printed, b: Printed): boolean | null {
  const pair = inOneUnit(a, b);
  return pair && saysTheSame(...pair);
}

/**
 * Whether `more` is beyond `less` for certain: printed figures are rounded or cut, and two documents,
 * or two precisions, may do so differently. False where they cannot be compared.
 */
export function surelyAbove(more: Row, less: Row): boolean {
  const [high, low] = inOneUnit(more, less) ?? [];
  if (!high || !low || !isAbove(high, low)) return false;
  if (more.document === less.document && high.places === low.places) return true;
  return !isAbove(lastPlace(high.places < low.places ? high : low), minus(high, low));
}

/** A number as each language writes it, for messages. */
export function written({ units, places }: Decimal): Bilingual {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(?:\d{3})+$)/g, '.');
  const fraction = digits.slice(digits.length - places);
  const it = `${units < 0n ? '-' : ''}${whole}${places > 0 ? `,${fraction}` : ''}`;
  return { it, en: swapMarks(it) };
}

/** A figure with its unit: `20,5 MEUR`. */
export function amountOf(row: Row): Bilingual {
  const { it, en } = written(exactOf(row));
  return { it: `${it} ${row.unit}`, en: `${en} ${row.unit}` };
}

/** A place where words stand that a document prints. */
export type Printing = Pick<Row, 'subject' | 'document' | 'page' | 'path'> & {
  readonly printed?: string;
  readonly quote?: string | undefined;
};

/** Where a figure is printed: its own place, then the others. */
export function printingsOf(row: Row): readonly (Printing & { readonly printed: string })[] {
  const { subject, document, also = [], path } = row;
  const others = also.map((other, at) => ({ subject, document, ...other, path: [...path, 'also', at] }));
  return [row, ...others];
}

/** Every place of a snapshot that names a page, be it of a figure or of a remark. */
export function printingsIn(file: DataFile<SnapshotFile>): readonly Printing[] {
  return [...rowsOf(file).flatMap(printingsOf), ...remarksOf(file)];
}

export function remarksOf({ content }: DataFile<SnapshotFile>) {
  return content.remarks.map((remark, at) => ({ ...remark, path: ['remarks', at] as Path }));
}
