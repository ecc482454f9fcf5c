import { grouped } from './grouped.ts';

/** Which things hold a term: of a frequent term a bit for every thing, of any other a list. */
export type Holders = {
  readonly counts: Uint32Array;
  readonly bits: ReadonlyMap<number, Uint32Array>;
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
};

/** Visits every term of every thing once, the things in their order. */
type Each = (visit: (term: number, thing: number) => void) => void;

/** Bits in a word of memory: bits for all things take as much as a list of one thing in so many. */
const BITS = 32;

export function holdersOf(terms: number, things: number, each: Each): Holders {
  const counts = new Uint32Array(terms);
  each((term) => {
    counts[term] = (counts[term] ?? 0) + 1;
  });
  const bits = new Map<number, Uint32Array>();
  for (const [term, count] of counts.entries())
    if (count * BITS > things) bits.set(term, new Uint32Array(Math.ceil(things / BITS)));
  const isListed = (term: number) => (counts[term] ?? 0) * BITS <= things;
  each((term, thing) => {
    if (!isListed(term)) set(bits.get(term), thing);
  });
  const lists = grouped(terms, (visit) =>
    each((term, thing) => {
      if (isListed(term)) visit(term, thing);
    }),
  );
  return { counts, bits, ...lists };
}

function set(bits: Uint32Array | undefined, at: number): void {
  if (bits !== undefined) bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

export const isSet = (bits: Uint32Array, at: number): boolean =>
  (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;

/** Visits the things that hold a term, in their order. */
export function eachHolder(
  { bits, starts, items }: Holders,
  term: number,
  visit: (thing: number) => void,
): void {
  const words = bits.get(term);
  if (words !== undefined) eachSet(words, visit);
  // Of a term with bits the list is empty.
  const end = starts[term + 1] ?? 0;
  for (let at = starts[term] ?? 0; at < end; at++) visit(items[at] ?? 0);
}

function eachSet(words: Uint32Array, visit: (at: number) => void): void {
  for (let word = 0; word < words.length; word++)
    for (let rest = words[word] ?? 0; rest !== 0; rest &= rest - 1)
      visit(word * BITS + BITS - 1 - Math.clz32(rest & -rest));
}
