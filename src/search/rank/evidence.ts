import type { Postings } from '../index/postings.ts';
import { fitOf, merit, NO_FIT } from './fit.ts';
import { clearMatched, gainedBy, inOrder, totalsOf } from './matched.ts';
import type { Question } from './question.ts';

/** How well a text matches a thing. Shares and qualities are from 0 to 1. */
export type Evidence = {
  readonly owner: number;
  readonly score: number;
  /** Weight of the question that it explains, and its share of the whole. */
  readonly gained: number;
  readonly explained: number;
  /** Share of the question's weight that says something else. */
  readonly unexplained: number;
  /** How surely the words that speak for it are its words. */
  readonly sure: number;
  /** Share of what it explains that one of its names explains alone. */
  readonly alone: number;
  /** Share of that name that the question says, without years and numbers. */
  readonly said: number;
  /** The question says all of that name, and says it exactly. */
  readonly exact: boolean;
  /** Words of that name in the question, neither numbers nor notation. */
  readonly words: number;
  /** How much the matched words say about what is meant. */
  readonly telling: number;
  readonly slots: readonly number[];
};

export function evidenceFor(postings: Postings, owner: number, question: Question): Evidence {
  const { byThing, slots } = question;
  clearMatched(byThing);
  let best = NO_FIT;
  const end = postings.phrasesOf[owner + 1] ?? 0;
  for (let phrase = postings.phrasesOf[owner] ?? 0; phrase < end; phrase++) {
    const fit = fitOf(postings, phrase, question);
    if (merit(fit) > merit(best)) best = fit;
  }
  const gained = gainedBy(byThing, slots);
  const { worth, cost, telling } = totalsOf(byThing, slots);
  const missed = Math.max(0, question.cost - cost);
  const explained = gained / (worth + missed || 1);
  const alone = best.gained / (gained || 1);
  const weight = gained / (Math.max(question.cost, gained) || 1);
  return {
    owner,
    score: 0.5 * (explained + weight) * (0.5 + alone * (0.3 + 0.1 * best.said + 0.1 * best.whole)),
    gained,
    explained,
    unexplained: missed / (worth + missed || 1),
    sure: gained / (worth || 1),
    alone,
    said: best.said,
    exact: best.exact,
    words: best.words,
    telling,
    slots: inOrder(byThing),
  };
}
