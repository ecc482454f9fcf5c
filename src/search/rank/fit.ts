import type { Postings } from '../index/postings.ts';
import { clearMatched, gainedBy, type Matched, raise } from './matched.ts';
import type { Question } from './question.ts';

/** A match below this quality does not count as a word of the name. */
const SURE = 0.6;

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

export function fitOf(postings: Postings, phrase: number, question: Question): Fit {
  const { phraseTerms, phraseStarts, termWeights } = postings;
  clearMatched(question.byName);
  let [said, sayable, whole, all, exact] = [0, 0, 0, 0, true];
  const end = phraseStarts[phrase + 1] ?? 0;
  for (let at = phraseStarts[phrase] ?? 0; at < end; at++) {
    const id = phraseTerms[at] ?? 0;
    const quality = match(question, id);
    const weight = termWeights.weights[id] ?? 0;
    exact &&= quality === 1;
    all += weight;
    whole += weight * quality;
    if (termWeights.numbers[id] === 1) continue;
    sayable += weight;
    said += weight * quality;
  }
  const share = whole / (all || 1);
  return {
    said: sayable === 0 ? share : said / sayable,
    whole: share,
    gained: gainedBy(question.byName, question.slots),
    exact,
    words: wordsIn(question.byName, question.words),
  };
}

/** How surely the question has this term; notes which of its words say so. */
function match({ first, meanings, byName, byThing }: Question, id: number): number {
  let best = 0;
  for (let at = first[id] ?? 0; at > 0; ) {
    const meaning = meanings[at - 1];
    if (meaning === undefined) break;
    raise(byName, meaning.slot, meaning.quality);
    raise(byThing, meaning.slot, meaning.quality);
    if (meaning.quality > best) best = meaning.quality;
    at = meaning.next;
  }
  return best;
}

function wordsIn({ qualities, slots, count }: Matched, words: readonly boolean[]): number {
  let found = 0;
  for (let at = 0; at < count; at++) {
    const slot = slots[at] ?? 0;
    if ((qualities[slot] ?? 0) > SURE && words[slot]) found += 1;
  }
  return found;
}
