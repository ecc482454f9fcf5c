import type { Known } from '../../question/known.ts';
import type { CommandText } from '../../question/lexicon/commandText.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import { type Item, only, says } from '../meaning/item.ts';
import type { Filling } from './filled.ts';

/** The start or end date of a period; a single date is the end unless the question says "since". */
export function ofSnapshot(name: string, items: readonly Item[]): Filling | null {
  const dates = only(items, 'date').toSorted((a, b) => a.date.localeCompare(b.date));
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return null;
  const ended = dates.filter(({ date }) => date === first.date || date === last.date);
  const since = dates.some(({ relation }) => relation === 'since');
  if (dates.length > 1 && first.date !== last.date && !since && !says(items, ...MOVING)) return null;
  if (dates.length > 1 && first.date !== last.date)
    return name === 'from' ? { value: first.date, takes: ended } : { value: last.date, takes: ended };
  const wanted = first.relation === 'since' ? 'from' : 'to';
  return name === wanted ? { value: first.date, takes: dates } : null;
}

const MOVING: readonly Sense[] = [
  'change',
  'growth',
  'growth-percent',
  'fall',
  'difference',
  'reprogramming',
  'over-time',
  'compare',
];

/** The date option: several dates only for commands that take several, empty for the default date. */
export function dateOf(
  { dataset }: Known,
  { options, severalDates }: CommandText,
  items: readonly Item[],
): Filling | null {
  const all = only(items, 'date');
  if (all.length === 0 || Object.values(options).some(({ kind }) => kind === 'snapshot')) return null;
  const listed = severalDates && (says(items, 'compare') || all.every(({ relation }) => relation === 'at'));
  const dates = all.length > 1 && listed ? all : all.filter(({ relation }) => relation === 'at');
  const distinct = [...new Set(dates.map(({ date }) => date))].sort();
  const [first] = distinct;
  if (first === undefined || (distinct.length > 1 && !severalDates)) return null;
  if (distinct.length === 1 && first === dataset.latest.date) return { value: '', takes: dates };
  return { value: distinct.join(','), takes: dates };
}
