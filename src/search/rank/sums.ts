import { eachHolder, isSet } from '../index/holders.ts';
import { heldBy, type Postings } from '../index/postings.ts';
import type { Options } from '../index/terms.ts';
import { nextStamp, type Scratch } from './scratch.ts';
import { reachedBy } from './shortlist.ts';
import type { Slot } from './slots.ts';

/** From this many candidates on, frequent words add no further ones. */
const MANY = 15_000;
/** Fewer candidates than this are carried along rather than looked through for those that cannot win. */
const FEW = 2_000;
/** Sums are kept in single precision. */
const ROUNDING = 1e-4;

/** The things to search; null: all. */
export type Wanted = ((owner: number) => boolean) | null;

/**
 * Adds up for every thing what the words are worth that it holds. Rare words come first, and find the candidates; once
 * no other thing can come among the best `enough`, or there are too many, the other words only say which are better.
 */
export function addUp(
  postings: Postings,
  scratch: Scratch,
  slots: readonly Slot[],
  { enough, wanted }: { readonly enough: number; readonly wanted: Wanted },
): void {
  const most = slots.reduce((sum, slot) => sum + slot.worth, 0);
  const sized = rarestFirst(postings, slots);
  let rest = most;
  let at = 0;
  for (const { slot, size } of sized) {
    if (!isOpen(scratch, size, enough, rest, wanted)) break;
    addCandidates(postings, scratch, slot);
    rest -= slot.worth;
    at += 1;
  }
  if (wanted !== null) keep(scratch, wanted);
  for (const { slot } of sized.slice(at).sort((a, b) => b.slot.worth - a.slot.worth)) {
    if (scratch.count > FEW && rest < most - rest) dropHopeless(scratch, enough, rest, most);
    addToCandidates(postings, scratch, slot);
    rest -= slot.worth;
  }
}

type Sized = { readonly slot: Slot; readonly size: number };

/** The first letters of a word, and words that ask for a figure, name nothing by themselves: they come last. */
function rarestFirst(postings: Postings, slots: readonly Slot[]): readonly Sized[] {
  const sized = slots.map((slot) => {
    let size = 0;
    for (const id of slot.options.keys()) size += heldBy(postings, id);
    return { slot, size };
  });
  return sized.sort((a, b) => Number(namesNothing(a.slot)) - Number(namesNothing(b.slot)) || a.size - b.size);
}

const namesNothing = ({ begun, telling, cost }: Slot): boolean => cost === 0 || (begun && telling === 0);

/** Whether things that hold none of the words before may come among the best; `rest` is what this word and the later ones are worth. */
function isOpen(
  { sums, touched, count }: Scratch,
  size: number,
  enough: number,
  rest: number,
  wanted: Wanted,
): boolean {
  if (count === 0) return true;
  if (count + size > MANY) return false;
  let better = 0;
  for (let at = 0; at < count && better < enough; at++) {
    const owner = touched[at] ?? 0;
    if ((sums[owner] ?? 0) > rest + ROUNDING && (wanted === null || wanted(owner))) better += 1;
  }
  return better < enough;
}

/** A thing counts once, by the surest of the terms that it holds. */
function surestFirst(options: Options): Iterable<readonly [number, number]> {
  return options.size < 2 ? options : [...options].sort((a, b) => b[1] - a[1]);
}

function addCandidates(postings: Postings, scratch: Scratch, slot: Slot): void {
  const { sums, stamps, touched } = scratch;
  const stamp = nextStamp(scratch);
  for (const [id, quality] of surestFirst(slot.options)) {
    const worth = slot.worth * quality;
    eachHolder(postings.holders, id, (owner) => {
      if (stamps[owner] === stamp) return;
      const sum = sums[owner] ?? 0;
      if (sum === 0) touched[scratch.count++] = owner;
      stamps[owner] = stamp;
      sums[owner] = sum + worth;
    });
  }
}

function addToCandidates({ holders }: Postings, scratch: Scratch, slot: Slot): void {
  const { sums, stamps, touched, count } = scratch;
  const stamp = nextStamp(scratch);
  for (const [id, quality] of surestFirst(slot.options)) {
    const worth = slot.worth * quality;
    const add = (owner: number) => {
      const sum = sums[owner] ?? 0;
      if (sum === 0 || stamps[owner] === stamp) return;
      stamps[owner] = stamp;
      sums[owner] = sum + worth;
    };
    const bits = holders.bits.get(id);
    if (bits === undefined) eachHolder(holders, id, add);
    else for (let at = 0; at < count; at++) if (isSet(bits, touched[at] ?? 0)) add(touched[at] ?? 0);
  }
}

/** Leaves only candidates that may still come among the best. */
function dropHopeless(scratch: Scratch, enough: number, rest: number, most: number): void {
  const { sums } = scratch;
  const least = reachedBy(enough, scratch, most) - rest - ROUNDING;
  if (least > 0) keep(scratch, (owner) => (sums[owner] ?? 0) >= least);
}

function keep(scratch: Scratch, isKept: (owner: number) => boolean): void {
  const { sums, touched } = scratch;
  let kept = 0;
  for (let at = 0; at < scratch.count; at++) {
    const owner = touched[at] ?? 0;
    if (isKept(owner)) touched[kept++] = owner;
    else sums[owner] = 0;
  }
  scratch.count = kept;
}
