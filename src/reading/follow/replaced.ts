import type { Subject } from '../../model/dataset.ts';
import type { Known } from '../../question/known.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import { belongsTo } from '../meaning/belongsTo.ts';
import { type Item, only, says, thingsIn } from '../meaning/item.ts';
import { WAYS } from './goesOn.ts';

/** Whether a follow-up replaces an item of the previous question. */
export function isReplaced(item: Item, now: readonly Item[]): boolean {
  const measures = only(now, 'measure').length > 0 || says(now, 'spent');
  switch (item.is) {
    case 'measure':
      return measures && !says(now, 'ratio', 'difference', 'not-yet') && !isOfAllocation(now);
    case 'date':
      return (
        now.some(({ is }) => is === 'date') ||
        says(now, 'year-ago', 'next-year', 'latest', 'earliest', 'over-time', 'today')
      );
    case 'limit':
    case 'top':
    case 'except':
      return now.some(({ is }) => is === item.is) || says(now, 'all') || thingsIn(now).length > 0;
    case 'sense':
      return (
        (WAYS.includes(item.sense) && ((measures && !keepsWay(now)) || says(now, ...WAYS))) ||
        ((isEnd(item.sense) || item.sense.startsWith('each-')) && says(now, 'programme')) ||
        (isEnd(item.sense) && (says(now, 'highest', 'lowest') || now.some(({ is }) => is === 'top'))) ||
        (item.sense.startsWith('status:') && measures) ||
        (item.sense.startsWith('each-') && thingsIn(now).length > 0)
      );
    default:
      return false;
  }
}

/** "E rispetto alla dotazione?": the allocation is the basis of the previous flow, not a replacement. */
function isOfAllocation(now: readonly Item[]): boolean {
  const measures = only(now, 'measure');
  return (
    measures.every(({ measure }) => measure === 'allocation') &&
    measures.length > 0 &&
    (says(now, 'rate', 'percent', 'share', 'of-total', 'compare') ||
      only(now, 'limit').some(({ amount }) => amount.unit === 'percent'))
  );
}

/** "E quello di pagamento?", "con la CIGD?": another measure in the same way. */
function keepsWay(now: readonly Item[]): boolean {
  return says(now, 'same') || only(now, 'measure').some(({ measure }) => measure === 'committed-with-cigd');
}

const isEnd = (sense: Sense) => sense === 'highest' || sense === 'lowest';

/** "E gli altri?": all things of the kind except those shown. */
export function withOthers(
  { dataset }: Known,
  items: readonly Item[],
  before: readonly Item[],
): readonly Item[] {
  const shown: readonly Subject[] = thingsIn(before);
  const kind = shown[0]?.kind;
  const wholes = thingsIn(items).filter((each) => each.kind !== kind);
  const others = [...dataset.subjects.values()].filter(
    (each) =>
      each.kind === kind &&
      !shown.includes(each) &&
      (wholes.length === 0 || wholes.some((whole) => belongsTo(each, whole))),
  );
  if (kind === undefined || others.length === 0) return items;
  return [
    ...items.filter((item) => item.is !== 'thing' && !(item.is === 'sense' && item.sense === 'others')),
    { is: 'thing', subjects: others, how: 'notation', words: '', old: true },
  ];
}
