import type { Sense } from '../../question/lexicon/sense.ts';
import type { AskedMeasure } from './askedMeasure.ts';
import { type Item, only, saying, says } from './item.ts';

const ARRANGED: readonly Sense[] = [
  'highest',
  'lowest',
  'above',
  'below',
  'sum',
  'difference',
  'compare',
  'each-axis',
  'each-source',
  'others',
  'ratio',
  'multiple',
];

/** The measures of a question that names none: a share, the allocation where money is ranked, or nothing. */
export function defaultMeasures(items: readonly Item[]): readonly AskedMeasure[] {
  if (says(items, 'remaining', 'not-yet')) return [];
  if (says(items, 'sum') && says(items, 'money', 'how-much'))
    return [{ measure: 'allocation', by: saying(items, 'money', 'how-much', 'share') }];
  const named = items.some(
    (item) => item.is === 'thing' && item.subjects.some(({ kind }) => SHARED.includes(kind)),
  );
  if (says(items, 'share') || (says(items, 'rate', 'percent') && named && !says(items, 'overview')))
    return [{ measure: 'share', by: saying(items, 'share', 'rate', 'percent', 'of-total') }];
  const arranged =
    says(items, ...ARRANGED) || items.some(({ is }) => is === 'limit' || is === 'top' || is === 'except');
  const small =
    says(items, 'initiative', 'each-initiative') ||
    only(items, 'thing').some(({ subjects }) => subjects.some(({ kind }) => kind === 'initiative'));
  if (small) return [];
  return says(items, 'money', 'how-much') && arranged
    ? [{ measure: 'allocation', by: saying(items, 'money', 'how-much') }]
    : [];
}

/** Kinds of things that share the programme's allocation. */
const SHARED: readonly string[] = ['axis', 'funding-source'];
