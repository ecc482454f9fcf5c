import type { Known } from '../../question/known.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import { exceptIn, type Item, only, says, thingsIn } from '../meaning/item.ts';
import { WAYS } from './goesOn.ts';
import { narrowedBy } from './narrowedBy.ts';
import { isReplaced, withOthers } from './replaced.ts';

const ADDS: readonly Sense[] = ['also', 'compare', 'difference', 'sum', 'both', 'ratio'];

/** Items of the previous question, and of the one before it. */
type Earlier = { readonly items: readonly Item[]; readonly earlier: readonly Item[] };

/** The readings of a follow-up as a change to the previous question, likeliest first. */
export function editsOf(
  known: Known,
  now: readonly Item[],
  { items: before, earlier }: Earlier,
): readonly (readonly Item[])[] {
  const replaced = replacing(now, before);
  const bare = replaced.filter((item) => !(item.old && item.is === 'sense' && !WAYS.includes(item.sense)));
  return [
    ...narrowing(known, now, before, replaced),
    ...(thingsIn(now).length > 0 && says(now, ...ADDS) ? [[...only(before, 'thing'), ...replaced]] : []),
    ...(says(now, 'others') ? [withOthers(known, replaced, before)] : []),
    ...joining(now, before, earlier).map((items) => [...items, ...replaced]),
    replaced,
    ...(bare.length < replaced.length ? [bare] : []),
  ];
}

/** The previous items, with the new ones in place of those they replace. */
function replacing(now: readonly Item[], before: readonly Item[]): readonly Item[] {
  const held = before.filter((item) => !isReplaced(item, now)).map((item) => startingFrom(item, now));
  return [
    ...withoutExcluded(held, now).filter(({ is }) => is !== 'thing'),
    ...thingsOf(now, before),
    ...withoutThings(now).filter((item) => !isSpent(item, before)),
  ];
}

/** "Quello della 10.iv", "il 19/20": one of the things of the previous question. */
function narrowing(
  known: Known,
  now: readonly Item[],
  before: readonly Item[],
  replaced: readonly Item[],
): readonly (readonly Item[])[] {
  const narrower = narrowedBy(known, now, before);
  const others = replaced.filter(
    (item) => item.is !== 'thing' && item.is !== 'date' && !says([item], 'next-year', 'year-ago'),
  );
  return narrower.length > 0 ? [[...others, ...narrower]] : [];
}

/** "Insieme?", "di quanto è cresciuto?": with the thing or since the date of the question before the last. */
function joining(
  now: readonly Item[],
  before: readonly Item[],
  earlier: readonly Item[],
): readonly (readonly Item[])[] {
  const together = says(now, 'both', 'sum', 'difference', 'compare', 'ratio') && thingsIn(now).length === 0;
  const others = only(together ? earlier : [], 'thing').filter(
    ({ subjects }) => !subjects.some((subject) => thingsIn(before).includes(subject)),
  );
  const moves = says(now, 'change', 'growth', 'growth-percent', 'fall', 'difference');
  const since = only(moves ? earlier : [], 'date').map((item) => ({ ...item, relation: 'since' as const }));
  return [
    ...(others.length > 0 && thingsIn(before).length === 1 ? [others] : []),
    ...(since.length > 0 && only(now, 'date').length === 0 ? [since] : []),
  ];
}

/** "E senza?" after a figure with an amount put back in: the figure without it. */
function withoutExcluded(items: readonly Item[], now: readonly Item[]): readonly Item[] {
  if (!says(now, 'without')) return items;
  return items.map((item) =>
    item.is === 'measure' && item.measure === 'committed-with-cigd'
      ? { ...item, measure: 'committed' }
      : item,
  );
}

function isSpent(item: Item, before: readonly Item[]): boolean {
  return (
    says([item], 'without') &&
    only(before, 'measure').some(({ measure }) => measure === 'committed-with-cigd')
  );
}

/** "Di quanto è cambiata?" after a figure of an older date: since that date. */
function startingFrom(item: Item, now: readonly Item[]): Item {
  const moves = says(now, 'change', 'growth', 'growth-percent', 'fall', 'difference');
  return item.is === 'date' && moves ? { ...item, relation: 'since' } : item;
}

function withoutThings(items: readonly Item[]): readonly Item[] {
  return items.filter(({ is }) => is !== 'thing');
}

function thingsOf(now: readonly Item[], before: readonly Item[]): readonly Item[] {
  const named = only(now, 'thing');
  const scoped =
    says(now, 'programme', 'each-axis', 'each-source', 'each-priority') ||
    (says(now, 'total') && !says(now, 'sum'));
  return named.length > 0 || scoped || exceptIn(now).length > 0 ? named : only(before, 'thing');
}
