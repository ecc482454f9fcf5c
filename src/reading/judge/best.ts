import type { Unexplained } from '../../question/hear/unexplained.ts';
import type { Known } from '../../question/known.ts';
import type { Item } from '../meaning/item.ts';
import { requestsOf } from '../request/requests.ts';
import { type Answer, type Judged, judge, leastCost } from './judge.ts';
import type { Option, Reader } from './reader.ts';

type Best = Pick<Option, 'parts' | 'cost' | 'unexplained' | 'items'>;

/** The cheapest request, or two of which the second takes up what the first leaves. */
export function bestOf(
  { known, answer }: Reader,
  items: readonly Item[],
  unexplained: readonly Unexplained[],
): Best | null {
  const [first] = judged(known, items, unexplained, answer);
  if (!first) return null;
  return { parts: [first], cost: first.cost, unexplained, items };
}

/** Candidates in the order of the least that each can cost; no more are answered than can be the cheapest. */
export function judged(
  known: Known,
  items: readonly Item[],
  unexplained: readonly Unexplained[],
  answer: Answer,
): readonly Judged[] {
  const candidates = requestsOf(known, items)
    .map((candidate) => ({ candidate, least: leastCost(known, candidate, items) }))
    .sort((a, b) => a.least - b.least);
  const done: Judged[] = [];
  for (const { candidate, least } of candidates) {
    const cheapest = Math.min(...done.map(({ cost }) => cost));
    if (least > cheapest) break;
    done.push(judge(known, candidate, items, unexplained, answer));
  }
  return done.sort((a, b) => a.cost - b.cost);
}
