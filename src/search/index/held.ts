import { hasDigit, isNotation, type Vocabulary } from './vocabulary.ts';

/** What ranking asks of a term for every name that holds it, computed once. */
export type Held = {
  /** What a term weighs in a name: the less, the more things hold it. */
  readonly weights: Float64Array;
  /** 1 for numbers and notation. */
  readonly numbers: Uint8Array;
  /** Of the most frequent terms a bit for every thing, set where the thing holds the term. */
  readonly bits: ReadonlyMap<number, Uint32Array>;
};

const NUMBER_IN_NAME = 0.3;
/** Bits in a word of a typed array: bits for all things take no more memory than a list of one thing in so many. */
const BITS = 32;

export const isNumber = (term: string): boolean => hasDigit(term) || isNotation(term);

export function heldOf(
  { terms }: Vocabulary,
  owners: Uint32Array,
  starts: Uint32Array,
  things: number,
): Held {
  const weights = new Float64Array(terms.length);
  const numbers = new Uint8Array(terms.length);
  const bits = new Map<number, Uint32Array>();
  for (const [id, term] of terms.entries()) {
    const holders = owners.subarray(starts[id], starts[id + 1]);
    numbers[id] = isNumber(term) ? 1 : 0;
    weights[id] = (numbers[id] === 1 ? NUMBER_IN_NAME : 1) / Math.log2(2 + holders.length);
    if (holders.length * BITS > things) bits.set(id, bitsOf(holders, things));
  }
  return { weights, numbers, bits };
}

function bitsOf(owners: Uint32Array, things: number): Uint32Array {
  const bits = new Uint32Array(Math.ceil(things / BITS));
  for (const owner of owners) bits[owner >>> 5] = (bits[owner >>> 5] ?? 0) | (1 << (owner & 31));
  return bits;
}

export const isSet = (bits: Uint32Array, at: number): boolean =>
  (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
