import type { Scratch } from './scratch.ts';

/** More things that reach a sum just so are not told apart. */
const MOST_EQUAL = 2_000;
/** More than the things that are sorted: those above that sum are fewer than the list is long. */
const PLACES = 4_096;
const STEPS = 512;

/** The things with the highest sums, the highest first, and of equal ones the first found; none exceeds `highest`. */
export function shortlist(most: number, scratch: Scratch, highest: number): readonly number[] {
  const { sums, touched, count } = scratch;
  const least = count <= most ? 0 : reachedBy(most, scratch, highest);
  const above = least + highest / STEPS;
  const owners: number[] = [];
  for (let at = 0; at < count; at++) {
    const owner = touched[at] ?? 0;
    const sum = sums[owner] ?? 0;
    if (sum >= least && (owners.length < MOST_EQUAL || sum >= above)) owners.push(owner);
  }
  return sorted(owners, scratch, most);
}

/** Numbers that say both the sum and the place in the list are sorted faster than things are compared. */
function sorted(owners: readonly number[], { sumBits }: Scratch, most: number): readonly number[] {
  const keys = new Float64Array(owners.length);
  for (const [at, owner] of owners.entries()) keys[at] = at - (sumBits[owner] ?? 0) * PLACES;
  return Array.from(keys.sort().subarray(0, most), (key) => owners[placeOf(key)] ?? 0);
}

const placeOf = (key: number): number => key - Math.floor(key / PLACES) * PLACES;

/** A sum that enough of them reach, found by counting instead of sorting them all. */
export function reachedBy(enough: number, { sums, touched, count }: Scratch, highest: number): number {
  const counts = new Uint32Array(STEPS + 2);
  const scale = STEPS / highest;
  for (let at = 0; at < count; at++) {
    const step = ((sums[touched[at] ?? 0] ?? 0) * scale) | 0;
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let reached = 0;
  for (let step = STEPS + 1; step > 0; step--) {
    reached += counts[step] ?? 0;
    if (reached >= enough) return step / scale;
  }
  return 0;
}
