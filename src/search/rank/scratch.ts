import type { Postings } from '../index/postings.ts';

/** Working memory of one index, cleared after every question: allocating it anew would cost more than the search. */
export type Scratch = {
  /** By thing: what the words of the question are worth that it holds. */
  readonly sums: Float32Array;
  /** The same memory: of positive numbers the bits are in the order of the numbers. */
  readonly sumBits: Uint32Array;
  /** By thing: the word that it was met by last, as a number that `nextStamp` gives. */
  readonly stamps: Uint8Array;
  readonly touched: Uint32Array;
  /** By term: where its meanings in the question begin. */
  readonly meanings: Int32Array;
  count: number;
  stamp: number;
};

export function scratchFor({ phrasesOf, vocabulary }: Postings): Scratch {
  const things = phrasesOf.length - 1;
  const sums = new Float32Array(things);
  return {
    sums,
    sumBits: new Uint32Array(sums.buffer),
    stamps: new Uint8Array(things),
    touched: new Uint32Array(things),
    meanings: new Int32Array(vocabulary.terms.length),
    count: 0,
    stamp: 0,
  };
}

const LAST_STAMP = 255;

/** A number that no thing is stamped with. */
export function nextStamp(scratch: Scratch): number {
  if (scratch.stamp === LAST_STAMP) {
    scratch.stamps.fill(0);
    scratch.stamp = 0;
  }
  scratch.stamp += 1;
  return scratch.stamp;
}
