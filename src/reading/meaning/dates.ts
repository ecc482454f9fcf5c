import type { Dataset } from '../../model/dataset.ts';
import { isTargetYear, reprogrammed, snapshotOf } from '../../question/hear/dates.ts';
import type { Mention, Of } from '../../question/hear/mention.ts';
import { relationAt } from '../../question/hear/relations.ts';
import { wordsOf } from '../../question/lexicon/pieces.ts';
import { type Context, isNear, type Role } from './context.ts';
import { type Item, type ItemOf, only, saying, says } from './item.ts';

/** "Due anni prima", "due anni prima del 2020". */
export function yearsAway(
  at: number,
  sense: 'year-ago' | 'next-year',
  mentions: readonly Mention[],
  { dataset, pieces }: Context,
  roles: Map<number, Role>,
): void {
  const [number, own, from] = [mentions[at - 1], mentions[at], mentions[at + 1]];
  const count = number?.is === 'number' && isNear(number, own) ? number.value : 1;
  if (number?.is === 'number' && isNear(number, own)) roles.set(at - 1, 'none');
  roles.set(at, { is: 'sense', sense, count });
  const last = pieces[(own?.to ?? 0) - 1]?.key ?? '';
  if (from?.is !== 'date' || !isNear(own, from) || !COUNTED_FROM.test(last)) return;
  const [base] = from.dates.flatMap((date) => snapshotOf(dataset, date, false) ?? []);
  const date = base && yearFrom(dataset, base.date, sense === 'year-ago' ? -count : count);
  if (date === undefined) return;
  roles.set(at, { is: 'date', date, relation: 'at' });
  roles.set(at + 1, 'none');
}

const COUNTED_FROM = /^(?:prima|before|earlier|dopo|after|later)$/;

type DateItem = Omit<ItemOf<'date'>, 'words' | 'old'>;

/** Null for a date without a snapshot; empty for the target year. */
export function dateItem(
  mention: Of<'date'>,
  mentions: readonly Mention[],
  context: Context,
): readonly DateItem[] | null {
  const { dataset, text, pieces } = context;
  const { dates } = mention;
  if (dates.some(({ year }) => isTargetYear(dataset, year)) && mentions.some(isOfTargets)) return [];
  const relation = relationAt(text, pieces, mention.from);
  const found = dates.map((date) => snapshotOf(dataset, date, relation === 'before'));
  const known = found.flatMap((snapshot) => snapshot ?? []);
  if (known.length < dates.length) return null;
  const range = dates.length > 1 && /\d\s*[-–—]\s*\d/.test(wordsOf(context, mention));
  return known.map(({ date }, at) => ({
    is: 'date',
    date,
    relation: range && at === 0 ? 'since' : relation === 'before' ? 'at' : relation,
  }));
}

function isOfTargets(mention: Mention): boolean {
  if (mention.is === 'thing') return mention.subjects.some(({ kind }) => kind === 'indicator');
  if (mention.is !== 'sense') return false;
  return /^(?:measure:(?:target|gap|value)|status:|indicator)/.test(mention.sense);
}

/** "Prima della riprogrammazione" becomes the date before it; "prima e dopo" asks for a change and stays. */
export function atEvents(dataset: Dataset, items: readonly Item[]): readonly Item[] {
  const [before, after] = [saying(items, 'before'), saying(items, 'after')];
  const year = only(items, 'date')[0]?.date.slice(0, 'YYYY'.length) ?? null;
  const event = says(items, 'reprogramming') ? reprogrammed(dataset, year) : null;
  const mark = before[0] ?? after[0];
  if (!event || !mark || (before.length > 0 && after.length > 0)) return items;
  const date = before.length > 0 ? event[0] : event[1];
  const others = items.filter(
    (item) => item.is !== 'date' && !says([item], 'before', 'after', 'reprogramming'),
  );
  return [...others, { is: 'date', date, relation: 'at', words: mark.words, old: mark.old }];
}

/** Items with relative dates resolved: "un anno fa", counted from the `usual` date. */
export function withRelative(dataset: Dataset, items: readonly Item[], usual: string): readonly Item[] {
  // "Quanto in più dell'anno prima": since then.
  const relation = says(items, 'difference', 'growth', 'growth-percent', 'fall', 'change') ? 'since' : 'at';
  return items.map((item) => {
    const date = item.is === 'sense' ? relativeTo(dataset, item, usual) : undefined;
    return date === undefined ? item : { is: 'date', date, relation, words: item.words, old: item.old };
  });
}

function relativeTo(
  dataset: Dataset,
  { sense, count = 1 }: ItemOf<'sense'>,
  usual: string,
): string | undefined {
  if (sense === 'year-ago') return yearFrom(dataset, usual, -count);
  if (sense === 'next-year') return yearFrom(dataset, usual, count);
  return sense === 'earliest' ? dataset.snapshots[0]?.date : undefined;
}

function yearFrom({ snapshots }: Dataset, date: string, by: number): string | undefined {
  const year = String(Number(date.slice(0, 'YYYY'.length)) + by);
  return snapshots.findLast((snapshot) => snapshot.date.startsWith(year))?.date;
}
