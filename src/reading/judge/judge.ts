import type { Unexplained } from '../../question/hear/unexplained.ts';
import type { Answered, Known } from '../../question/known.ts';
import type { Wanted } from '../../question/reading.ts';
import { type Item, only } from '../meaning/item.ts';
import { besideNames } from '../meaning/ownWords.ts';
import { type Candidate, requestsOf } from '../request/requests.ts';
import { EXTRA_MEASURE, FORGIVEN, MOST_EXTRA, omissionCost } from './costs.ts';
import { defaults, isWhole } from './defaults.ts';
import { answersMeasure, EACH_KIND, isCovered, isShown, WHOLE } from './shown.ts';

/** A candidate with what its answer leaves out. */
export type Judged = {
  readonly wanted: Wanted;
  readonly cost: number;
  /** Items that the answer does not take up, dearest first. */
  readonly left: readonly Item[];
  readonly answered: Answered;
  /** Measure and subject were both said. */
  readonly whole: boolean;
};

/** Answers a request once for all the candidates of a question that are that request. */
export type Answer = (wanted: Wanted) => Answered;

/** The least that a candidate can cost, before it is answered. */
function leastCost(known: Known, candidate: Candidate, items: readonly Item[]): number {
  return sumOf(
    known,
    items.filter((item) => !candidate.takes.has(item) && !mayBeShown(item)),
  );
}

/** What an answer may show although no option asks for it. */
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

/** "E l'anno dopo?" after what an initiative activated: of the next one only what was programmed may be printed. */
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
