import type { Postings } from './index/postings.ts';
import type { Evidence } from './rank/evidence.ts';
import { rank } from './rank/rank.ts';
import type { Scratch } from './rank/scratch.ts';
import { type Slot, slotsOf } from './rank/slots.ts';
import type { Wanted } from './rank/sums.ts';
import type { Token } from './text/normalise.ts';
import { languageOf } from './text/stopwords.ts';
import { judge, type Verdict } from './verdict/verdict.ts';

export type Look = {
  readonly slots: readonly Slot[];
  readonly ranked: readonly Evidence[];
  readonly verdict: Verdict;
};

type Index = { readonly postings: Postings; readonly scratch: Scratch };
type For = {
  readonly wanted: Wanted;
  readonly typing: boolean;
  readonly known: ReadonlySet<string>;
};

/** Longer texts are sentences, and few of their words are typos of a name. */
const MOST_RECONSIDERED = 6;

/** Matches a text; where much stays unexplained, matches again with known words as possible typos. */
export function look(index: Index, all: readonly Token[], what: For): Look {
  const first = lookOnce(index, all, what, false);
  const sure = first.verdict.outcome === 'found' && !first.verdict.assumed;
  if (what.typing || sure || !isPromising(first)) return first;
  const second = lookOnce(index, all, what, true);
  return explainsMore(second, first) ? asked(second) : first;
}

function lookOnce(index: Index, all: readonly Token[], { wanted, typing, known }: For, slips: boolean): Look {
  const language = languageOf(all.map((token) => token.term));
  const slots = slotsOf(index.postings, all, { typing, known, slips, language });
  const ranked = rank(index.postings, index.scratch, slots, wanted);
  return { slots, ranked, verdict: judge(ranked, slots, all) };
}

/** Whether part of a text is unexplained although it matches more of a name than a stray word. */
function isPromising({ ranked: [best], slots }: Look): boolean {
  if (best === undefined || slots.length < 2 || slots.length > MOST_RECONSIDERED) return false;
  return best.explained > 0.35 && best.unexplained > 0.25;
}

function explainsMore({ ranked: [best], verdict }: Look, first: Look): boolean {
  if (verdict.outcome === 'none' || best === undefined || best.words < 2 || best.unexplained > 0.2)
    return false;
  return first.verdict.outcome === 'none' || best.score > 1.1 * (first.ranked[0]?.score ?? 0);
}

/** A match of the second attempt is never sure: a choice, or an assumption where there is one candidate. */
function asked({ verdict, ...rest }: Look): Look {
  return { ...rest, verdict: { ...verdict, assumed: verdict.outcome === 'found' } };
}
