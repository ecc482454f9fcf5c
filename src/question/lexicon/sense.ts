import { MEASURES, type Measure } from '../../model/measures.ts';
import { ASKED_STATUSES, type AskedStatus } from '../../model/status.ts';

/** How a measure is asked for: as a share of something, or as what is left. */
export const WAYS = ['rate', 'percent', 'share', 'remaining', 'not-yet', 'of-total'] as const;

/** Operations on figures, and conditions on them. */
export const OPERATORS = [
  'except',
  'without',
  'with',
  'sum',
  'difference',
  'ratio',
  'growth-percent',
  'growth',
  'fall',
  'change',
  'reprogramming',
  'over-time',
  'compare',
  'more-than',
  'less-than',
  'highest',
  'lowest',
  'top',
  'bottom',
  'above',
  'below',
  'between',
  'multiple',
  'others',
  // Averages, and what is finer than a year: no figure of the documents allows them.
  'unavailable',
  // Off topic for every programme: the weather, the time of day.
  'beside',
  'not',
  'why',
  'when',
  'who',
  'where',
] as const;

/** Words before a date, or in place of one. */
const TIMES = [
  'since',
  'until',
  'before',
  'after',
  'year-ago',
  'next-year',
  'latest',
  'earliest',
  'today',
] as const;

/** The scope: all things of a kind, or the things of the previous question. */
const SCOPES = [
  'each-axis',
  'each-priority',
  'each-source',
  'each-indicator',
  'each-initiative',
  'by-sex',
  'by-group',
  'by-employment',
  'programme',
  'total',
  'both',
  'all',
  'only',
  'also',
  'list',
  'same',
] as const;

/** Nouns for kinds of things. */
export const NOUNS = [
  'axis',
  'priority',
  'initiative',
  'indicator',
  'funding-source',
  'year',
  'slide',
] as const;

/** Requests for something other than a figure. */
const WISHES = [
  'definition',
  'what',
  'overview',
  'briefing',
  'fate',
  'source-of-figure',
  'freshness',
  'help',
  'confirm',
] as const;

/** Vague words for money. */
const MONEY_WORDS = ['spent', 'money', 'cost', 'how-much'] as const;

/** Small talk around a question. */
export const TALK = [
  'talk',
  'greeting',
  'thanks',
  'goodbye',
  'praise',
  'complaint',
  'identity',
  'agreement',
] as const;

/** Phrases that say who asks, when or why, and phrases that introduce the question. */
export const FRAMES = ['frame', 'wish'] as const;

const PLAIN = [
  ...WAYS,
  ...OPERATORS,
  ...TIMES,
  ...SCOPES,
  ...NOUNS,
  ...WISHES,
  ...MONEY_WORDS,
  ...TALK,
  ...FRAMES,
] as const;

export type Talk = (typeof TALK)[number];

/** What a phrase of a question can mean, other than a name, a date or a number. */
export type Sense =
  | (typeof PLAIN)[number]
  | `measure:${Measure}`
  | `status:${AskedStatus}`
  | `absent:${string}`
  | `command:${string}`;

/** All senses of one phrase: "unpaid" is `not-yet` and `measure:paid`. */
export type Senses = readonly [Sense, ...Sense[]];

/** The senses in a heading of a word file, joined by `&`; null where one of them does not exist. */
export function sensesOf(text: string): Senses | null {
  const [first = null, ...others] = text.split('&').map((each) => senseOf(each.trim()));
  const more = others.filter((each) => each !== null);
  return first && more.length === others.length ? [first, ...more] : null;
}

/** One sense of a heading; null where it does not exist. */
function senseOf(text: string): Sense | null {
  const [head = '', rest = ''] = text.split(':');
  const known =
    rest === ''
      ? (PLAIN as readonly string[]).includes(head)
      : (head === 'measure' && (MEASURES as readonly string[]).includes(rest)) ||
        (head === 'status' && ASKED_STATUSES.some((each) => each === rest));
  return known ? (text as Sense) : null;
}

export function isTalk(sense: Sense): sense is Talk {
  return (TALK as readonly string[]).includes(sense);
}

/** Frames separate the question from the text around it. */
export function isFrame(sense: Sense): boolean {
  return (FRAMES as readonly string[]).includes(sense);
}

export function measureOf(sense: Sense): Measure | null {
  return sense.startsWith('measure:') ? (sense.slice('measure:'.length) as Measure) : null;
}
