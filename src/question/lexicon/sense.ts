import { MEASURES, type Measure } from '../../model/measures.ts';
import type { Status } from '../../model/status.ts';

/** How a measure is wanted: as a share of something, or what is left of it. */
export const WAYS = ['rate', 'percent', 'share', 'remaining', 'not-yet', 'of-total'] as const;

/** What is to be done with the figures. */
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
  // What is asked of no programme: the weather, the time of day.
  'beside',
  'not',
  'why',
  'when',
  'who',
  'where',
] as const;

/** When: words that stand before a date, or for one. */
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

/** Which things: all of a kind, or the ones before. */
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

/** Nouns that say what kind of thing is spoken of. */
export const NOUNS = [
  'axis',
  'priority',
  'initiative',
  'indicator',
  'funding-source',
  'year',
  'slide',
] as const;

/** What is wanted instead of a figure. */
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

/** What people say around a question; none of it is a figure. */
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

/** Words that tell who asks, when or what for, and those with which the asking begins. */
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
  | `status:${Status}`
  | `absent:${string}`
  | `command:${string}`;

const STATUSES = ['reached', 'near', 'below'];

/** What a phrase says at once: "unpaid" is what is not yet, and paid. */
export type Senses = readonly [Sense, ...Sense[]];

/** The senses that a file of words writes at the head of its phrases, joined by `&`; null for one of another product. */
export function sensesOf(text: string): Senses | null {
  const [first = null, ...others] = text.split('&').map((each) => senseOf(each.trim()));
  const more = others.filter((each) => each !== null);
  return first && more.length === others.length ? [first, ...more] : null;
}

/** The sense that a file of words writes at the head of its phrases; null for none of this product. */
function senseOf(text: string): Sense | null {
  const [head = '', rest = ''] = text.split(':');
  const known =
    rest === ''
      ? (PLAIN as readonly string[]).includes(head)
      : (head === 'measure' && (MEASURES as readonly string[]).includes(rest)) ||
        (head === 'status' && STATUSES.includes(rest));
  return known ? (text as Sense) : null;
}

export function isTalk(sense: Sense): sense is Talk {
  return (TALK as readonly string[]).includes(sense);
}

/** Frames explain no word: they part what is asked from what is told around it. */
export function isFrame(sense: Sense): boolean {
  return (FRAMES as readonly string[]).includes(sense);
}

export function measureOf(sense: Sense): Measure | null {
  return sense.startsWith('measure:') ? (sense.slice('measure:'.length) as Measure) : null;
}
