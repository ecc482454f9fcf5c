import { compare } from '../../model/decimal.ts';
import type { CommandText } from '../../question/lexicon/commandText.ts';
import { type Item, type ItemOf, only, saying, says } from '../meaning/item.ts';
import type { Filling } from './filled.ts';

/** The order of a ranking; in a comparison it is the claim: "is it more than the other?" */
export function ofOrder({ options }: CommandText, items: readonly Item[]): Filling | null {
  const ranks = !Object.values(options).some(({ kind, required }) => kind === 'thing' && required);
  const [high, low] = ranks
    ? [saying(items, 'highest'), saying(items, 'lowest')]
    : [saying(items, 'above', 'more-than'), saying(items, 'below', 'less-than')];
  const falls = ranks ? saying(items, 'fall') : [];
  const top = only(items, 'top');
  if (high.length + low.length + top.length === 0) return null;
  const lowest = (low.length > 0 || top.some((each) => each.low)) !== falls.length > 0;
  return { value: lowest ? 'lowest' : 'highest', takes: [...high, ...low, ...falls] };
}

/** The length of a ranking without a measure. */
const FIRST_FEW = '5';

/** The length of a list; "le ultime tre" only for commands with an order. */
export function ofTop({ options }: CommandText, items: readonly Item[]): Filling | null {
  const turns = Object.values(options).some(({ kind }) => kind === 'order');
  const [top] = only(items, 'top').filter(({ low }) => turns || !low);
  const named = items.some(({ is }) => is === 'measure' || is === 'thing');
  if (
    only(items, 'top').length === 0 &&
    !named &&
    says(items, 'initiative', 'each-initiative') &&
    says(items, 'highest', 'lowest')
  )
    return { value: FIRST_FEW, takes: [] };
  return top ? { value: String(top.count), takes: [top] } : null;
}

export function ofLimit(name: string, items: readonly Item[]): Filling | null {
  const limits = only(items, 'limit').filter(({ side }) => side === name);
  const [limit] = limits;
  if (limit && isEmpty(items)) return null;
  if (limit) return { value: limit.amount.text, takes: limits };
  const measures = only(items, 'measure');
  const [claim] = saying(items, name === 'above' ? 'above' : 'below');
  if (claim && new Set(measures.map(({ measure }) => measure)).size === 2)
    return { value: '100%', takes: [claim] };
  const measured = measures.length > 0;
  const [equal, ...more] = only(items, 'amount');
  return measured && equal && isClaim(equal, items) && more.length === 0 && only(items, 'limit').length === 0
    ? { value: equal.amount.text, takes: [equal, ...saying(items, 'confirm')] }
    : null;
}

/** An empty range: "più di 200 milioni di dotazione ma meno di 150 di certificato" limits two measures. */
function isEmpty(items: readonly Item[]): boolean {
  const [above, below] = (['above', 'below'] as const).map((side) =>
    only(items, 'limit').find((limit) => limit.side === side),
  );
  return (
    above !== undefined &&
    below !== undefined &&
    above.amount.unit === below.amount.unit &&
    compare(above.amount.value, below.amount.value) > 0
  );
}

/** "È vero che sono 20 milioni?": an amount in digits with a unit, or a request for confirmation. "Mille" alone is neither. */
function isClaim({ amount, words }: ItemOf<'amount'>, items: readonly Item[]): boolean {
  return (amount.unit !== null && /\d/.test(words)) || says(items, 'confirm');
}
