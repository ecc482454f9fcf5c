import { isNumber } from '../index/termWeights.ts';
import { isAsking } from '../text/stopwords.ts';
import { type Matched, nothingMatched } from './matched.ts';
import type { Scratch } from './scratch.ts';
import type { Slot } from './slots.ts';

/** A word of the question that a term stands for. */
type Meaning = { readonly slot: number; readonly quality: number; readonly next: number };

/** The question turned round: which of its words each term stands for. */
export type Question = {
  readonly slots: readonly Slot[];
  /** By term: one more than the index of its first meaning, whose `next` likewise leads to the others. */
  readonly first: Int32Array;
  readonly meanings: readonly Meaning[];
  /** Of all words: what matching them is worth, and what leaving them unexplained costs. */
  readonly worth: number;
  readonly cost: number;
  /** By slot: neither a number, nor notation, nor a word that asks. */
  readonly words: readonly boolean[];
  /** Working memory: what was matched by one name, and by all names of a thing. */
  readonly byName: Matched;
  readonly byThing: Matched;
};

export function questionOf(slots: readonly Slot[], { meanings: first }: Scratch): Question {
  const meanings: Meaning[] = [];
  for (let slot = slots.length - 1; slot >= 0; slot--)
    for (const [id, quality] of slots[slot]?.options ?? []) {
      meanings.push({ slot, quality, next: first[id] ?? 0 });
      first[id] = meanings.length;
    }
  return {
    slots,
    first,
    meanings,
    worth: slots.reduce((sum, slot) => sum + slot.worth, 0),
    cost: slots.reduce((sum, slot) => sum + slot.cost, 0),
    words: slots.map(({ term, telling }) => telling > 0 && !isNumber(term) && !isAsking(term)),
    byName: nothingMatched(slots.length),
    byThing: nothingMatched(slots.length),
  };
}

/** Clears the working memory that the question was turned round in. */
export function forget({ slots, first }: Question): void {
  for (const { options } of slots) for (const id of options.keys()) first[id] = 0;
}
