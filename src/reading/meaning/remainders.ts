import { REMAINDERS, type Remainder } from '../../model/measures.ts';
import { type AskedMeasure, FLOWS, withMeasure } from './askedMeasure.ts';
import { type Item, saying, says } from './item.ts';

/** "Quanto resta" without a flow asks for every remainder; with two flows it asks for their difference. */
export function remainders(items: readonly Item[], money: readonly AskedMeasure[]): readonly AskedMeasure[] {
  const by = saying(
    items,
    'remaining',
    'not-yet',
    'compare',
    'of-total',
    'ratio',
    'rate',
    'percent',
    'share',
  );
  const flows = money.filter(({ measure }) => FLOWS.includes(measure));
  const full = money.filter(({ measure }) => measure === 'committed-with-cigd');
  if (full.length > 0)
    return withMeasure([{ measure: 'allocation', by: [] }, ...full], 'difference', [
      ...by,
      ...flows.flatMap((each) => each.by),
    ]);
  if (flows.length === 2 && !says(items, 'spent')) return withMeasure(inOrder(flows), 'difference', by);
  const all = Object.keys(REMAINDERS) as Remainder[];
  return [
    ...plainBefore(items, flows),
    ...all
      .filter((each) => flows.length === 0 || flows.some(({ measure }) => measure === REMAINDERS[each]))
      .map((measure) => ({
        measure,
        by: [...by, ...money.flatMap((each) => each.by)],
      })),
  ];
}

/** "Quanto ha pagato e quanto gli resta da pagare": a flow named before and after is asked for itself, too. */
function plainBefore(items: readonly Item[], flows: readonly AskedMeasure[]): readonly AskedMeasure[] {
  const at = items.findIndex(
    (item) => item.is === 'sense' && (item.sense === 'remaining' || item.sense === 'not-yet'),
  );
  const says = (part: readonly Item[], { measure }: AskedMeasure) =>
    part.some((item) => item.is === 'measure' && item.measure === measure);
  return flows.filter((flow) => says(items.slice(0, at), flow) && says(items.slice(at), flow));
}

/** In the order of the cascade, largest first. */
function inOrder(flows: readonly AskedMeasure[]): readonly AskedMeasure[] {
  return [...flows].sort((a, b) => FLOWS.indexOf(a.measure) - FLOWS.indexOf(b.measure));
}
