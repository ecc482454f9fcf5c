import type { Scratch } from './scratch.ts';

/** More equal ones than this are not told apart. */
const MOST_SORTED = 2_000;
const STEPS = 512;

/** The things with the highest sums, the highest first, and of equal ones the first found. */
export function shortlist(most: number, scratch: Scratch, highest: number): readonly number[] {
  const { sums, touched, count } = scratch;
  const least = count <= most ? 0 : reachedBy(most, scratch, highest);
  const owners: number[] = [];
  for (let at = 0; at < count && owners.length < MOST_SORTED; at++) {
    const owner = touched[at] ?? 0;
    if ((sums[owner] ?? 0) >= least) owners.push(owner);
  }
  return sorted(owners, scratch, most);
}

/** Numbers that say both the sum and the place in the list are sorted faster than things are compared. */
function sorted(owners: readonly number[], { sumBits }: Scratch, most: number): readonly number[] {
  const keys = new Float64Array(owners.length);
  for (const [at, owner] of owners.entries()) keys[at] = at - (sumBits[owner] ?? 0) * MOST_SORTED;
  return Array.from(keys.sort().subarray(0, most), (key) => owners[placeOf(key)] ?? 0);
}

const placeOf = (key: number): number => key - Math.floor(key / MOST_SORTED) * MOST_SORTED;

/** A sum that enough of them reach, found by counting instead of sorting them all; `highest` is what none exceeds. */
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
