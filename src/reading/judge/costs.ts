import type { Sense } from '../../question/lexicon/sense.ts';
import type { Item } from '../meaning/item.ts';

/**
 * From this cost on a question is not answered. An operator, a name, a number or a measure that the answer leaves out
 * always costs more. Calibrated on questions of several authors, as are all costs here.
 */
export const BOUND = 2.2;

const MEASURE = 3;
/** A measure or thing of the previous question: "e nel 2019?" asks for the same measure of the same thing. */
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

/** Senses other than operators, which cost less where they do not change the figure. */
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

/** The cost of an answer that does not cover an item; `yields` tells topics that give way to a figure. */
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

/** The answer fills in a measure. */
export const NO_MEASURE = 0.5;
/** The answer fills in the whole programme. */
export const NO_THING = 0.4;
/** The documents have no such figure: an honest answer, but another reading is preferred. */
export const NOTHING_FOUND = 0.7;
/** Each further measure in the answer. */
export const EXTRA_MEASURE = 0.06;
export const MOST_EXTRA = 0.6;
/** The share of the cost of unexplained words beside a named thing and a named measure. */
export const FORGIVEN = 0.2;
/** The share of the cost of unexplained words in a clause that asks nothing. */
export const IN_TALK = 0.12;
/** Reading a question as a follow-up. */
export const CONTINUED = 0.15;
/** Reading a question as several. */
export const SPLIT = 0.2;
/** A question with two readings within this margin is ambiguous. */
export const MARGIN = 0.02;
