import type { Dataset, Subject } from '../../model/dataset.ts';
import type { Fact } from '../../model/facts.ts';
import type { Answered, Known } from '../../question/known.ts';
import type { Item } from '../meaning/item.ts';
import type { Candidate } from '../request/requests.ts';
import { NO_MEASURE, NO_THING, NOTHING_FOUND } from './costs.ts';

/** Whether a question names both a measure and its scope, so that nothing is filled in. */
export function isWhole(items: readonly Item[]): boolean {
  const own = items.filter(({ old }) => !old);
  const scoped = own.some((item) => item.is === 'thing' || item.is === 'except' || isScope(item));
  return (
    (scoped && own.some((item) => item.is === 'measure' || item.is === 'term' || isAsking(item))) ||
    own.some((item) => item.is === 'thing' && item.how !== 'like' && item.subjects.every(isSmall))
  );
}

/** Initiatives and indicators need no measure: a card shows all of their figures. */
function isSmall({ kind }: Subject): boolean {
  return kind === 'initiative' || kind === 'indicator';
}

/** The cost of what an answer fills in. */
export function defaults(
  { dataset }: Known,
  items: readonly Item[],
  { things }: Candidate,
  { facts, outcome }: Answered,
): number {
  const measured = items.some(
    (item) =>
      item.is === 'measure' ||
      item.is === 'term' ||
      isAsking(item) ||
      (item.is === 'thing' && item.subjects.every(isSmall)),
  );
  const scoped = things.length > 0 || items.some((item) => item.is === 'except' || isScope(item));
  const shown = facts.length > 0;
  return (
    (shown && !measured ? NO_MEASURE : 0) +
    (shown && !scoped && !isOfWhole(dataset, facts) ? NO_THING : 0) +
    (outcome === 'answer' ? 0 : NOTHING_FOUND)
  );
}

/** A measure printed for the whole programme only needs no scope. */
function isOfWhole({ snapshots }: Dataset, facts: readonly Fact[]): boolean {
  const measures = new Set(facts.map(({ measure }) => measure));
  return (
    facts.every(({ status }) => status === 'published') &&
    snapshots.every(({ figures }) =>
      figures.every(({ measure, subject }) => subject.kind === 'programme' || !measures.has(measure)),
    )
  );
}

/** Senses that ask for figures without a measure: an overview, a trend, a status. */
const ASKING =
  /^(?:status:|command:|spent$|overview$|briefing$|fate$|indicator$|each-indicator$|initiative$|each-initiative$|each-source$|change$|growth|fall$|reprogramming$|over-time$|remaining$|not-yet$|share$|freshness$|help$|definition$)/;

/** Senses that give a scope without a name. */
const SCOPE =
  /^(?:programme$|total$|of-total$|each-|indicator$|initiative$|highest$|lowest$|reprogramming$|freshness$|help$|definition$)/;

function isAsking(item: Item): boolean {
  return item.is === 'sense' && ASKING.test(item.sense);
}

function isScope(item: Item): boolean {
  return item.is === 'top' || (item.is === 'sense' && SCOPE.test(item.sense));
}
