import { isSet } from '../index/held.ts';
import { holders, ownersOf, type Postings } from '../index/postings.ts';
import type { Options } from '../index/terms.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import { forget, questionOf } from './question.ts';
import type { Scratch } from './scratch.ts';
import type { Slot } from './slots.ts';

/** The most things that are scored name by name. */
const SHORTLIST = 100;
/** From this many candidates on, frequent words add no further ones. */
const MANY = 15_000;
const MOST_SORTED = 2_000;
const STEPS = 512;
/** Sums are kept in single precision. */
const ROUNDING = 1e-4;

/** The things to search; null: all. */
export type Wanted = ((owner: number) => boolean) | null;

export function rank(
  postings: Postings,
  scratch: Scratch,
  slots: readonly Slot[],
  wanted: Wanted,
): readonly Evidence[] {
  const question = questionOf(slots, scratch);
  let rest = slots.reduce((sum, slot) => sum + slot.worth, 0);
  for (const sized of rarestFirst(postings, slots)) {
    const open = isOpen(scratch, sized.size, rest, wanted);
    addUp(postings, scratch, sized.slot, open);
    rest -= sized.slot.worth;
  }
  const owners = shortlist(scratch, slots, wanted);
  clear(scratch);
  const ranked = owners.map((owner) => evidenceFor(postings, owner, question));
  forget(question);
  return ranked.sort((a, b) => b.score - a.score || a.owner - b.owner);
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

/** Whether things that no word meant yet may still come among the best; `rest` is what this word and the later ones are worth. */
function isOpen({ sums, touched, count }: Scratch, size: number, rest: number, wanted: Wanted): boolean {
  if (count === 0) return true;
  if (count + size > MANY) return false;
  let better = 0;
  for (let at = 0; at < count && better < SHORTLIST; at++) {
    const owner = touched[at] ?? 0;
    if ((sums[owner] ?? 0) > rest + ROUNDING && (wanted === null || wanted(owner))) better += 1;
  }
  return better < SHORTLIST;
}

/** Adds what a word explains to each thing that it may mean, once: by its surest meaning. */
function addUp(postings: Postings, scratch: Scratch, slot: Slot, open: boolean): void {
  scratch.stamp += 1;
  for (const [id, quality] of surestFirst(slot.options)) {
    const owners = ownersOf(postings, id);
    const bits = open || owners.length < scratch.count ? undefined : postings.held.bits.get(id);
    if (bits === undefined) addToHolders(scratch, owners, slot.worth * quality, open);
    else addToFound(scratch, bits, slot.worth * quality);
  }
}

function surestFirst(options: Options): Iterable<readonly [number, number]> {
  return options.size < 2 ? options : [...options].sort((a, b) => b[1] - a[1]);
}

function addToHolders(scratch: Scratch, owners: Uint32Array, worth: number, open: boolean): void {
  const { sums, stamps, touched, stamp } = scratch;
  let count = scratch.count;
  for (const owner of owners) {
    const sum = sums[owner] ?? 0;
    if (stamps[owner] === stamp || (sum === 0 && !open)) continue;
    if (sum === 0) touched[count++] = owner;
    stamps[owner] = stamp;
    sums[owner] = sum + worth;
  }
  scratch.count = count;
}

/** Where few things were found already, asking for each is faster than walking through all holders of a frequent word. */
function addToFound(
  { sums, stamps, touched, count, stamp }: Scratch,
  bits: Uint32Array,
  worth: number,
): void {
  for (let at = 0; at < count; at++) {
    const owner = touched[at] ?? 0;
    if (stamps[owner] === stamp || !isSet(bits, owner)) continue;
    stamps[owner] = stamp;
    sums[owner] = (sums[owner] ?? 0) + worth;
  }
}

function clear(scratch: Scratch): void {
  for (let at = 0; at < scratch.count; at++) scratch.sums[scratch.touched[at] ?? 0] = 0;
  scratch.count = 0;
}

function shortlist(
  { sums, sumBits, touched, count }: Scratch,
  slots: readonly Slot[],
  wanted: Wanted,
): readonly number[] {
  const all = wanted === null ? touched.subarray(0, count) : touched.subarray(0, count).filter(wanted);
  const most = slots.reduce((sum, slot) => sum + slot.worth, 0);
  const least = all.length <= SHORTLIST ? 0 : reachedByEnough(all, sums, most);
  const owners: number[] = [];
  for (const owner of all) if ((sums[owner] ?? 0) >= least && owners.length < MOST_SORTED) owners.push(owner);
  return highest(owners, sumBits);
}

/** Highest sum first, of equal ones the first found: sorting numbers that say both is faster than comparing. */
function highest(owners: readonly number[], sumBits: Uint32Array): readonly number[] {
  const keys = Float64Array.from(owners, (owner, at) => at - (sumBits[owner] ?? 0) * MOST_SORTED);
  keys.sort();
  return Array.from(keys.subarray(0, SHORTLIST), (key) => owners[modulo(key)] ?? 0);
}

/** The place in the list that a key was made of. */
const modulo = (key: number): number => ((key % MOST_SORTED) + MOST_SORTED) % MOST_SORTED;

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
