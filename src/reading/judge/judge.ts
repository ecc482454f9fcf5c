import type { Unexplained } from '../../question/hear/unexplained.ts';
import type { Answered, Known } from '../../question/known.ts';
import type { Wanted } from '../../question/reading.ts';
import { type Item, only } from '../meaning/item.ts';
import { besideNames } from '../meaning/ownWords.ts';
import { type Candidate, requestsOf } from '../request/requests.ts';
import { EXTRA_MEASURE, FORGIVEN, MOST_EXTRA, omissionCost } from './costs.ts';
import { defaults, isWhole } from './defaults.ts';
import { answersMeasure, EACH_KIND, isCovered, isShown, WHOLE } from './shown.ts';

/** A candidate, its answer, and what the answer leaves out. */
export type Judged = {
  readonly wanted: Wanted;
  readonly cost: number;
  /** Items that the answer does not cover, most expensive first. */
  readonly left: readonly Item[];
  readonly answered: Answered;
  /** The question names both a measure and its scope. */
  readonly whole: boolean;
};

/** Answers a request; the same request is answered once per question. */
export type Answer = (wanted: Wanted) => Answered;

/** The lower bound of a candidate's cost, known before it is answered. */
function leastCost(known: Known, candidate: Candidate, items: readonly Item[]): number {
  return sumOf(
    known,
    items.filter((item) => !candidate.takes.has(item) && !mayBeShown(item)),
  );
}

/** Whether an answer may show an item without an option for it. */
function mayBeShown(item: Item): boolean {
  return (
    item.is === 'measure' ||
    item.is === 'thing' ||
    item.is === 'amount' ||
    (item.is === 'sense' &&
      (['rate', 'percent', 'share', 'axis'].includes(item.sense) ||
        WHOLE.test(item.sense) ||
        EACH_KIND[item.sense] !== undefined))
  );
}

export function judge(
  known: Known,
  candidate: Candidate,
  items: readonly Item[],
  unexplained: readonly Unexplained[],
  answer: Answer,
): Judged {
  const answered = answer(candidate.wanted);
  const left = items
    .filter((item) => !isOtherMoney(item, answered))
    .filter((item) => !isCovered(item, candidate, answered) && !isShown(item, candidate, answered))
    .filter((item) => costOf(known, item) > 0)
    .sort((a, b) => costOf(known, b) - costOf(known, a));
  const whole = isWhole(items);
  const words = besideNames(known, unexplained, items).reduce(
    (sum, { cost, understood }) => sum + cost * (whole && !understood ? FORGIVEN : 1),
    0,
  );
  const cost =
    sumOf(known, left) +
    words +
    defaults(known, items, candidate, answered) +
    extras(items, candidate, answered);
  return { wanted: candidate.wanted, cost, left, answered, whole };
}

/** "E l'anno dopo?" about an initiative may find another kind of amount than the previous one. */
function isOtherMoney(item: Item, { facts }: Answered): boolean {
  return (
    item.old &&
    item.is === 'measure' &&
    facts.length > 0 &&
    facts.every(({ subject }) => subject.kind === 'initiative')
  );
}

function costOf({ dataset }: Known, item: Item): number {
  return omissionCost(item, (topic) =>
    dataset.programme.absent.some(({ id, yields }) => id === topic && yields === true),
  );
}

function sumOf(known: Known, items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + costOf(known, item), 0);
}

function extras(items: readonly Item[], { measured }: Candidate, { facts }: Answered): number {
  const asked = only(items, 'measure').map(({ measure }) => measure);
  if (asked.length === 0 || measured) return 0;
  const shown = new Set(
    facts.map(({ measure }) => measure).filter((each) => !asked.some((one) => answersMeasure(one, each))),
  );
  return Math.min(MOST_EXTRA, shown.size * EXTRA_MEASURE);
}

/** The answered candidates, cheapest first; those whose lower bound exceeds the cheapest are not answered. */
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
