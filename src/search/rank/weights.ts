import { heldBy, type Postings } from '../index/postings.ts';
import type { Options } from '../index/terms.ts';
import { hasDigit, isNotation } from '../index/vocabulary.ts';
import { everyday } from '../text/everyday.ts';
import type { Token } from '../text/normalise.ts';
import { isAsking, isSlipOfStop, type Language } from '../text/stopwords.ts';

/** What a word of the question weighs. */
export type Weights = {
  /** What matching it is worth, and what leaving it unexplained costs. */
  readonly worth: number;
  readonly cost: number;
  /** How much it says about what is meant, 0 for a word heard everywhere. */
  readonly telling: number;
};

const PERIOD_TELLING = 0.4;
const YEAR_TELLING = 0.3;
const LEAST_TELLING = 0.1;
const LEAST_RARITY = 0.08;
/** Options nearly as sure as the surest count when asking how many things a word may mean. */
const NEARLY = 0.1;
const RARE_COST = 0.9;
const EVERYDAY_COST = 0.12;
const PERIOD_COST = 0.5;
const YEAR_COST = 0.15;

/** `language`: that of the question; "its" is an everyday word in English only. */
export function weightsOf(
  postings: Postings,
  token: Token,
  options: Options,
  language: Language | null,
): Weights {
  const telling = tellingOf(postings, token, options, language);
  if (options.size === 0) return { worth: 0, cost: unknownCost(token), telling };
  const worth = rarity(postings, options) * plainness(token.term, telling);
  return { worth, cost: isAsking(token.term) ? 0 : worth, telling };
}

const isSmallNumber = (term: string): boolean => /^\d{1,2}$/.test(term);
const isYear = (term: string): boolean => /^\d+(?:\/\d+)?$/.test(term);

function plainness(term: string, telling: number): number {
  if (isAsking(term)) return 0.3;
  return isSmallNumber(term) ? 0.35 : 0.4 + 0.6 * telling;
}

/** IDF of what the word most likely stands for, 1 for what only one thing holds. */
function rarity(postings: Postings, options: Options): number {
  const things = postings.phrasesOf.length;
  let best = 0;
  for (const quality of options.values()) best = Math.max(best, quality);
  let held = 0;
  for (const [id, quality] of options) if (quality > best - NEARLY) held += heldBy(postings, id);
  const share = (things + 1) / Math.max(1, Math.min(held, things));
  return Math.max(LEAST_RARITY, Math.log(share) / Math.log(things + 1));
}

function tellingOf(
  postings: Postings,
  { term, acronym }: Token,
  options: Options,
  language: Language | null,
): number {
  if (isNotation(term) || acronym) return 1;
  if (isSmallNumber(term)) return 0;
  if (isYear(term)) return term.includes('/') ? PERIOD_TELLING : YEAR_TELLING;
  if (isAsking(term)) return LEAST_TELLING;
  if (hasDigit(term)) return 1;
  const [id] = options.keys();
  const meant = id === undefined ? term : (postings.vocabulary.terms[id] ?? term);
  return Math.max(LEAST_TELLING, 1 - Math.max(everyday(term, language), everyday(meant, language)));
}

/** An everyday word belongs to the sentence around a name; a rare one says that something else is meant. */
function unknownCost({ term, acronym }: Token): number {
  if (isNotation(term)) return 1;
  if (isAsking(term) || isSmallNumber(term)) return 0;
  if (isYear(term)) return term.includes('/') ? PERIOD_COST : YEAR_COST;
  const ordinary = acronym ? 0 : isSlipOfStop(term) ? 1 : everyday(term);
  return RARE_COST * (1 - ordinary) + EVERYDAY_COST * ordinary;
}
