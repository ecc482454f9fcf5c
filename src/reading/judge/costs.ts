import type { Sense } from '../../question/lexicon/sense.ts';
import type { Item } from '../meaning/item.ts';

/**
 * What it costs an answer not to take up what was said. From 2.2 on nothing is answered: an operator, a name, a number
 * or a measure that the answer leaves out is always more than that. Set on questions of several authors.
 */
export const BOUND = 2.2;

const MEASURE = 3;
/** "E nel 2019?" asks for the same measure of the same thing: a card without one of them is no answer. */
const KEPT = 0.8;
const THING = 3;
const LIKE = 1.7;
const EXCEPT = 4;
const LIMIT = 4;
const DATE = 4;
const TERM = 0.4;
const AMOUNT = 2.4;
const NUMBER = 2.4;
const OPERATOR = 3;
const ABSENT = 6;

/** Words that narrow or join without changing which figure is asked. */
const SOFT: Partial<Record<Sense, number>> = {
  programme: 0.3,
  total: 0.4,
  both: 0.1,
  all: 0.1,
  only: 0.1,
  also: 0,
  list: 0.1,
  same: 0,
  axis: 2.3,
  priority: 0.8,
  initiative: 0.6,
  indicator: 1,
  'funding-source': 1.2,
  year: 0.1,
  slide: 0.3,
  definition: 2.3,
  what: 0,
  overview: 0.4,
  briefing: 1.2,
  fate: 0.5,
  'source-of-figure': 2.5,
  freshness: 1.6,
  help: 1.6,
  confirm: 0,
  money: 0.1,
  'how-much': 0,
  cost: 2.3,
  spent: MEASURE,
  share: 2.3,
  rate: 2.3,
  percent: 2.3,
  'of-total': 1,
  today: 0,
  latest: 0,
  earliest: 2.5,
  since: 0.2,
  until: 0.2,
  not: 2.3,
  multiple: 2.3,
  others: 2.5,
  with: 0.3,
  when: 2.3,
  who: 1.5,
  where: 2.3,
};
const COMMAND = 2.3;
const STATUS = 3;

export function omissionCost(item: Item, yields: (topic: string) => boolean): number {
  if (item.old) return item.is === 'measure' || item.is === 'thing' ? KEPT : 0;
  switch (item.is) {
    case 'measure':
      return MEASURE;
    case 'thing':
      return item.how === 'like' ? LIKE : THING;
    case 'except':
      return EXCEPT;
    case 'limit':
    case 'top':
      return LIMIT;
    case 'date':
      return DATE;
    case 'term':
      return TERM;
    case 'amount':
      return AMOUNT;
    case 'number':
      return NUMBER;
    case 'sense':
      return ofSense(item.sense, yields);
  }
}

function ofSense(sense: Sense, yields: (topic: string) => boolean): number {
  if (sense.startsWith('absent:')) return yields(sense.slice('absent:'.length)) ? (SOFT.money ?? 0) : ABSENT;
  if (sense.startsWith('status:')) return STATUS;
  if (sense.startsWith('command:')) return COMMAND;
  return SOFT[sense] ?? OPERATOR;
}

/** A measure that was not said is filled in. */
export const NO_MEASURE = 0.5;
/** The whole programme is meant where nothing of it is named. */
export const NO_THING = 0.4;
/** The documents have no such figure: an honest answer, but rather another reading. */
export const NOTHING_FOUND = 0.7;
/** Each other measure that is shown beside what was asked. */
export const EXTRA_MEASURE = 0.06;
export const MOST_EXTRA = 0.6;
/** What a name that was said and a measure that was said forgive in other words. */
export const FORGIVEN = 0.2;
/** Words in a sentence that asks nothing, beside one that does. */
export const IN_TALK = 0.12;
/** Reading a question as going on from the one before. */
export const CONTINUED = 0.15;
/** Reading it as two. */
export const SPLIT = 0.2;
/** Two readings that differ by less are asked about. */
export const MARGIN = 0.02;
