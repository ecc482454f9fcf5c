import { holders, ownersOf, type Postings } from '../index/postings.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import { questionOf } from './fit.ts';
import type { Slot } from './slots.ts';

/** The most things that are scored name by name. */
const SHORTLIST = 100;
/** From this many candidates on, frequent words add no further ones. */
const MANY = 15_000;
const MOST_SORTED = 2_000;
const STEPS = 512;

/** Working memory of one index, cleared after every question: allocating it anew would cost more than the search. */
export type Scratch = {
  readonly sums: Float32Array;
  readonly stamps: Uint32Array;
  readonly touched: Uint32Array;
  count: number;
  stamp: number;
};

export function scratchFor(things: number): Scratch {
  return {
    sums: new Float32Array(things),
    stamps: new Uint32Array(things),
    touched: new Uint32Array(things),
    count: 0,
    stamp: 0,
  };
}

export function rank(
  postings: Postings,
  scratch: Scratch,
  slots: readonly Slot[],
  wanted: ((owner: number) => boolean) | null,
): readonly Evidence[] {
  const question = questionOf(slots);
  for (const slot of rarestFirst(postings, slots)) addUp(postings, scratch, slot);
  const owners = shortlist(scratch, slots, wanted);
  clear(scratch);
  return owners
    .map((owner) => evidenceFor(postings, owner, question))
    .sort((a, b) => b.score - a.score || a.owner - b.owner);
}

type Sized = { readonly slot: Slot; readonly size: number };

function rarestFirst(postings: Postings, slots: readonly Slot[]): readonly Sized[] {
  const sized = slots.map((slot) => {
    let size = 0;
    for (const id of slot.options.keys()) size += holders(postings, id);
    return { slot, size };
  });
  return sized.sort((a, b) => a.size - b.size);
}

/** Adds what a word explains to each thing that it may mean, once: by its surest meaning. */
function addUp(postings: Postings, scratch: Scratch, { slot, size }: Sized): void {
  const { sums, stamps, touched } = scratch;
  const open = scratch.count === 0 || scratch.count + size <= MANY;
  scratch.stamp += 1;
  for (const [id, quality] of [...slot.options].sort((a, b) => b[1] - a[1]))
    for (const owner of ownersOf(postings, id)) {
      const sum = sums[owner] ?? 0;
      if (stamps[owner] === scratch.stamp || (sum === 0 && !open)) continue;
      if (sum === 0) touched[scratch.count++] = owner;
      stamps[owner] = scratch.stamp;
      sums[owner] = sum + slot.worth * quality;
    }
}

function clear(scratch: Scratch): void {
  for (let at = 0; at < scratch.count; at++) scratch.sums[scratch.touched[at] ?? 0] = 0;
  scratch.count = 0;
}

function shortlist(
  { sums, touched, count }: Scratch,
  slots: readonly Slot[],
  wanted: ((owner: number) => boolean) | null,
): readonly number[] {
  const all = wanted === null ? touched.subarray(0, count) : touched.subarray(0, count).filter(wanted);
  const most = slots.reduce((sum, slot) => sum + slot.worth, 0);
  const least = all.length <= SHORTLIST ? 0 : reachedByEnough(all, sums, most);
  const owners: number[] = [];
  for (const owner of all) if ((sums[owner] ?? 0) >= least && owners.length < MOST_SORTED) owners.push(owner);
  return owners.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0)).slice(0, SHORTLIST);
}

/** A sum that enough of them reach, found by counting instead of sorting them all. */
function reachedByEnough(owners: Uint32Array, sums: Float32Array, most: number): number {
  const counts = new Uint32Array(STEPS + 2);
  const scale = STEPS / most;
  for (const owner of owners) {
    const step = ((sums[owner] ?? 0) * scale) | 0;
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let reached = 0;
  for (let step = STEPS + 1; step > 0; step--) {
    reached += counts[step] ?? 0;
    if (reached >= SHORTLIST) return step / scale;
  }
  return 0;
}
