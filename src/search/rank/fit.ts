import { holders, type Postings } from '../index/postings.ts';
import { hasDigit, isNotation } from '../index/vocabulary.ts';
import { isAsking } from '../text/stopwords.ts';
import type { Slot } from './slots.ts';

/** A match below this quality does not count as a word of the name. */
const SURE = 0.6;
const NUMBER_IN_NAME = 0.3;

type Meaning = { readonly slot: number; readonly quality: number };

/** The question turned round: which of its words each term stands for. */
export type Question = {
  readonly slots: readonly Slot[];
  readonly meanings: ReadonlyMap<number, readonly Meaning[]>;
  readonly cost: number;
};

export function questionOf(slots: readonly Slot[]): Question {
  const meanings = new Map<number, Meaning[]>();
  for (const [slot, { options }] of slots.entries())
    for (const [id, quality] of options) {
      const list = meanings.get(id);
      if (list === undefined) meanings.set(id, [{ slot, quality }]);
      else list.push({ slot, quality });
    }
  return { slots, meanings, cost: slots.reduce((sum, slot) => sum + slot.cost, 0) };
}

export type Matched = Map<number, number>;

function raise(matched: Matched, slot: number, quality: number): void {
  if (quality > (matched.get(slot) ?? 0)) matched.set(slot, quality);
}

export function total(
  matched: Matched,
  of: (slot: Slot, quality: number) => number,
  { slots }: Question,
): number {
  let sum = 0;
  for (const [at, quality] of matched) {
    const slot = slots[at];
    if (slot !== undefined) sum += of(slot, quality);
  }
  return sum;
}

/** One name of a thing against the question. */
export type Fit = {
  readonly said: number;
  readonly whole: number;
  readonly gained: number;
  readonly exact: boolean;
  readonly words: number;
};

export const NO_FIT: Fit = { said: 0, whole: 0, gained: 0, exact: false, words: 0 };
export const merit = (fit: Fit): number => fit.gained * (0.4 + 0.4 * fit.said + 0.2 * fit.whole);

export function fitOf(postings: Postings, phrase: number, question: Question, matched: Matched): Fit {
  const here: Matched = new Map();
  const sum = { said: 0, sayable: 0, whole: 0, all: 0, exact: true };
  const end = postings.phraseStarts[phrase + 1] ?? 0;
  for (let at = postings.phraseStarts[phrase] ?? 0; at < end; at++) {
    const id = postings.phraseTerms[at] ?? 0;
    const quality = match(question, id, here, matched);
    const number = isNumber(postings.vocabulary.terms[id] ?? '');
    const weight = (number ? NUMBER_IN_NAME : 1) / Math.log2(2 + holders(postings, id));
    sum.exact &&= quality === 1;
    sum.all += weight;
    sum.whole += weight * quality;
    sum.sayable += number ? 0 : weight;
    sum.said += number ? 0 : weight * quality;
  }
  const whole = sum.whole / (sum.all || 1);
  return {
    said: sum.sayable === 0 ? whole : sum.said / sum.sayable,
    whole,
    gained: total(here, (slot, quality) => slot.worth * quality, question),
    exact: sum.exact,
    words: total(here, (slot, quality) => (quality > SURE && isWord(slot) ? 1 : 0), question),
  };
}

/** How surely the question has this term; notes which of its words say so. */
function match({ meanings }: Question, id: number, here: Matched, matched: Matched): number {
  let best = 0;
  for (const { slot, quality } of meanings.get(id) ?? []) {
    raise(here, slot, quality);
    raise(matched, slot, quality);
    best = Math.max(best, quality);
  }
  return best;
}

const isNumber = (term: string): boolean => hasDigit(term) || isNotation(term);

function isWord({ term, telling }: Slot): boolean {
  return telling > 0 && !isNumber(term) && !isAsking(term);
}
