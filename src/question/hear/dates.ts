import type { Dataset, Snapshot } from '../../model/dataset.ts';
import { type Piece, spanOf } from '../lexicon/pieces.ts';
import type { Of, PartialDate } from './mention.ts';
import { writtenDates } from './writtenDates.ts';

const YEAR = /^(?:19|20)\d\d$/;
const PERIOD = /^((?:19|20)\d\d)\/((?:19|20)\d\d)$/;
/** "2019/2020" is a school year; "2019 2020" and "2019-2020" may be two dates. */
const SCHOOL_YEAR = 1.2;

/** Days, months and years as they are written. A school year may also belong to a name. */
export function datesIn(text: string, pieces: readonly Piece[]): readonly Of<'date'>[] {
  const written = writtenDates(text).flatMap(({ start, end, year, month, day }): readonly Of<'date'>[] => {
    const span = spanOf(pieces, start, end);
    return span ? [{ is: 'date', ...span, cost: 0, dates: [{ year, month, day }] }] : [];
  });
  const years = pieces.flatMap(({ key, written: text }, at): readonly Of<'date'>[] => {
    if (YEAR.test(key)) return [yearsAt(at, [key], 0)];
    const [, first, last] = PERIOD.exec(key) ?? [];
    if (!first || !last) return [];
    const cost = /\//.test(text) ? SCHOOL_YEAR : 0;
    return [yearsAt(at, [first, last], cost)];
  });
  return [...written, ...years];
}

function yearsAt(at: number, years: readonly string[], cost: number): Of<'date'> {
  const dates = years.map((year) => ({ year, month: null, day: null }));
  return { is: 'date', from: at, to: at + 1, cost, dates };
}

/** The newest snapshot of a year, a month or a day; with `before`, the last one earlier than that date. */
export function snapshotOf(
  { snapshots, latest }: Dataset,
  { year, month, day }: PartialDate,
  before = false,
): Snapshot | undefined {
  if (year === null && month === null) return undefined;
  const wanted = [year, month, day].filter((part) => part !== null).join('-');
  if (year !== null && before) return snapshots.findLast(({ date }) => date < wanted);
  if (year !== null) return snapshots.findLast(({ date }) => date.startsWith(wanted));
  const fits = ({ date }: Snapshot) => date.slice('YYYY-'.length).startsWith(wanted);
  return fits(latest) ? latest : snapshots.findLast(fits);
}

/** Whether a year is only the target year of indicators, without a snapshot of its own. */
export function isTargetYear({ programme, snapshots }: Dataset, year: string | null): boolean {
  const target = programme.indicators.some(({ targetYear }) => String(targetYear) === year);
  return target && !snapshots.some(({ date }) => date.startsWith(year ?? ''));
}

/**
 * The dates before and after a reprogramming, that is, between which allocations of axes changed: the reprogramming
 * of the `year`, or else the last one up to the newest full date. Null where allocations never changed.
 */
export function reprogrammed(
  { snapshots, programme, latest }: Dataset,
  year: string | null,
): readonly [before: string, after: string] | null {
  const axes = new Set(programme.axes.map(({ id }) => id));
  const known = snapshots
    .map((snapshot) => ({ date: snapshot.date, printed: allocations(snapshot, axes) }))
    .filter(({ printed }) => printed !== '');
  const moved = known.flatMap(({ date, printed }, at): readonly (readonly [string, string])[] => {
    const before = known[at - 1];
    return before && before.printed !== printed ? [[before.date, date]] : [];
  });
  return (
    moved.findLast(([, after]) => year !== null && after.startsWith(year)) ??
    moved.findLast(([, after]) => after <= latest.date) ??
    null
  );
}

function allocations({ figures }: Snapshot, axes: ReadonlySet<string>): string {
  return figures
    .filter(
      ({ subject, measure, unit }) => axes.has(subject.id) && measure === 'allocation' && unit === 'EUR',
    )
    .map(({ subject, value }) => `${subject.id}=${value.units}`)
    .sort()
    .join();
}
