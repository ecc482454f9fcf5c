import { compare, type Decimal, decimal, printedDecimal, saysTheSame, withPlaces } from '../model/decimal.ts';
import type { PublishedMeasure, Unit } from '../model/measures.ts';
import type { Bilingual, FigureRow, SnapshotFile } from '../model/schema.ts';
import type { DataFile } from './files.ts';
import type { Path } from './text/json.ts';

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

/** The sum with every place kept: checks must not lose what a display may round. */
export function exactSum(terms: readonly Decimal[]): Decimal {
  const places = Math.max(0, ...terms.map((term) => term.places));
  return { units: terms.reduce((total, term) => total + withPlaces(term, places).units, 0n), places };
}

export function minus(from: Decimal, take: Decimal): Decimal {
  return exactSum([from, { units: -take.units, places: take.places }]);
}

export const isAbove = (a: Decimal, b: Decimal): boolean => compare(a, b) > 0;

/** Money in millions, whatever its unit; null for what is not money. */
export function millions(row: Pick<FigureRow, 'value' | 'printed' | 'unit'>): Decimal | null {
  const value = exactOf(row);
  if (row.unit === 'MEUR') return value;
  return row.unit === 'EUR' ? { units: value.units, places: value.places + 6 } : null;
}

type Said = Pick<FigureRow, 'value' | 'printed' | 'unit'>;

/**
 * Whether two documents say the same of one thing: the coarser figure is the finer one, rounded or cut.
 * Null where they cannot be compared, as a count with a percentage.
 */
export function sameFigure(a: Said, b: Said): boolean | null {
  const [one, other] = a.unit === b.unit ? [exactOf(a), exactOf(b)] : [millions(a), millions(b)];
  if (!one || !other) return null;
  return saysTheSame(one, other);
}

/**
 * Whether `more` is beyond `less` for certain: printed figures are rounded or cut, and two documents,
 * or two precisions, may do so differently. False where they cannot be compared.
 */
export function surelyAbove(more: Row, less: Row): boolean {
  const [high, low] =
    more.unit === less.unit ? [exactOf(more), exactOf(less)] : [millions(more), millions(less)];
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
  return { it, en: it.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')) };
}

/** Whether two printings are of one amount: apart by less than one step of the coarser one, cut or rounded. */
export function agree(a: Row, b: Row): boolean {
  const [one, other] = [millions(a), millions(b)];
  if (!one || !other) return false;
  const gap = minus(one, other);
  const coarser = one.places < other.places ? one : other;
  const step = lastPlace(coarser);
  return one.places === other.places
    ? compare(one, other) === 0
    : isAbove(step, gap.units < 0n ? { ...gap, units: -gap.units } : gap);
}
