import type { Known } from '../known.ts';
import type { Sense } from '../lexicon/sense.ts';
import { exceptIn, type Item, only, says, thingsIn } from '../meaning/item.ts';
import { WAYS } from './goesOn.ts';
import { narrowedBy } from './narrowedBy.ts';
import { isReplaced, withOthers } from './replaced.ts';

const ADDS: readonly Sense[] = ['also', 'compare', 'difference', 'sum', 'both', 'ratio'];

/** The ways in which new items change what was said before, likeliest first. */
export function editsOf(
  known: Known,
  now: readonly Item[],
  { items: before, earlier }: { readonly items: readonly Item[]; readonly earlier: readonly Item[] },
): readonly (readonly Item[])[] {
  const things = thingsIn(now);
  const held = before.filter((item) => !isReplaced(item, now)).map((item) => startingFrom(item, now));
  const kept = withoutExcluded(held, now);
  const replaced = [
    ...kept.filter(({ is }) => is !== 'thing'),
    ...thingsOf(now, before),
    ...withoutThings(now).filter((item) => !isSpent(item, before)),
  ];
  const ways: (readonly Item[])[] = [];
  const narrower = narrowedBy(known, now, before);
  if (narrower.length > 0)
    ways.push([
      ...replaced.filter(
        (item) => item.is !== 'thing' && item.is !== 'date' && !says([item], 'next-year', 'year-ago'),
      ),
      ...narrower,
    ]);
  if (things.length > 0 && says(now, ...ADDS)) ways.push([...only(before, 'thing'), ...replaced]);
  if (says(now, 'others')) ways.push(withOthers(known, replaced, before));
  const both =
    says(now, 'both', 'sum', 'difference', 'compare', 'ratio') && things.length === 0
      ? only(earlier, 'thing')
      : [];
  const others = both.filter(
    ({ subjects }) => !subjects.some((subject) => thingsIn(before).includes(subject)),
  );
  if (others.length > 0 && thingsIn(before).length === 1) ways.push([...others, ...replaced]);
  const since = says(now, 'change', 'growth', 'growth-percent', 'fall', 'difference')
    ? only(earlier, 'date').map((item) => ({ ...item, relation: 'since' as const }))
    : [];
  if (since.length > 0 && only(now, 'date').length === 0) ways.push([...since, ...replaced]);
  ways.push(replaced);
  const dropped = replaced.filter((item) => !(item.old && item.is === 'sense' && !WAYS.includes(item.sense)));
  if (dropped.length < replaced.length) ways.push(dropped);
  return ways;
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
