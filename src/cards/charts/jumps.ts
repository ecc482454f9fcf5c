import type { Series } from './spec.ts';

/** A step of at least half of all that a line moves up and down: in a line that grows evenly no step is. */
const SHARE_OF_MOVEMENT = 0.5;
/** Of fewer dates one step is half by necessity. */
const LEAST_DATES = 4;
/** A step of a twentieth of the highest value is plain to see in a picture that begins at zero. */
const PLAIN_TO_SEE = 0.05;

/** The ISO dates at which a line leaves the level that it had before, from the oldest. */
export function jumpsOf(series: readonly Series[]): readonly string[] {
  const highest = Math.max(...series.flatMap(({ points }) => points.map(({ value }) => Math.abs(value))));
  const dates = series.flatMap(({ points }) => {
    const steps = points.slice(1).map(({ value, date }, at) => {
      return { date, size: Math.abs(value - (points[at]?.value ?? value)) };
    });
    const movement = steps.reduce((sum, { size }) => sum + size, 0);
    const [largest] = steps.toSorted((a, b) => b.size - a.size);
    if (!largest || points.length < LEAST_DATES) return [];
    const sudden = largest.size >= movement * SHARE_OF_MOVEMENT && largest.size >= highest * PLAIN_TO_SEE;
    return sudden ? [largest.date] : [];
  });
  return [...new Set(dates)].sort();
}
