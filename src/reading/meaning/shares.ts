import { INITIATIVE_AMOUNTS, type Measure, RATES, type Rate } from '../../model/measures.ts';
import { type AskedMeasure, FLOWS, withMeasure } from './askedMeasure.ts';
import { type Item, only, saying, says } from './item.ts';

/** "Pagato su impegnato, in %" is one rate; "certificato in %" is the rate on the allocation. */
export function shares(
  items: readonly Item[],
  money: readonly AskedMeasure[],
  others: readonly AskedMeasure[],
): readonly AskedMeasure[] {
  const by = saying(items, 'rate', 'percent', 'share', 'of-total', 'compare', 'ratio', 'total', 'sum');
  const flows = money.filter(({ measure }) => measure !== 'allocation');
  const ofTotal = says(items, 'of-total', 'total') && only(items, 'thing').length > 0;
  const allocation = money.find(({ measure }) => measure === 'allocation');
  const pair = [...money, ...others].filter(({ measure }) => ORDER.includes(measure));
  if (pair.length === 2 && others.length > 0 && !says(items, 'share'))
    return withMeasure(
      [...pair].sort((a, b) => ORDER.indexOf(b.measure) - ORDER.indexOf(a.measure)),
      'ratio',
      by,
    );
  if (others.length > 0 && flows.length === 0 && !allocation)
    return ofTotal || isOfAll(items, others)
      ? [...others, { measure: 'share-of-total', by }]
      : credited(items, others, by);
  if (flows.length === 0)
    return allocation || others.length === 0
      ? [{ measure: 'share', by: [...(allocation?.by ?? []), ...by] }]
      : others;
  if (allocation || flows.length > 1 || (!ofTotal && !says(items, 'share')))
    return [...rates(items, flows, [...by, ...(allocation?.by ?? [])]), ...others];
  return [...flows, { measure: 'share-of-total', by }, ...others];
}

/** The amounts of an initiative, from the first step to the last. */
const ORDER: readonly Measure[] = INITIATIVE_AMOUNTS;

/** A percentage of all participants of a thing is their share of the programme's. */
function isOfAll(items: readonly Item[], others: readonly AskedMeasure[]): boolean {
  return others.every(({ measure }) => measure === 'participants') && only(items, 'thing').length > 0;
}

/** Documents print people in numbers and in percent, so their measures cover a percentage. */
function credited(
  items: readonly Item[],
  others: readonly AskedMeasure[],
  by: readonly Item[],
): readonly AskedMeasure[] {
  const ranked = says(items, 'highest', 'lowest') && says(items, 'percent', 'share', 'rate');
  const shared: readonly AskedMeasure[] = ranked ? [{ measure: 'share', by }] : [];
  return [...others.map((each) => ({ ...each, by: [...each.by, ...by] })), ...shared];
}

function rates(
  items: readonly Item[],
  flows: readonly AskedMeasure[],
  by: readonly Item[],
): readonly AskedMeasure[] {
  const all = Object.keys(RATES) as Rate[];
  const [top, bottom] = flows;
  const related = says(by, 'ratio', 'compare', 'of-total') || isAsPercentOf(items);
  if (top && bottom && flows.length === 2 && related && !isSpent(flows)) {
    const between = all.find((rate) => isBetween(rate, top.measure, bottom.measure));
    const sources = [...flows.flatMap((flow) => flow.by), ...by];
    return between ? [{ measure: between, by: sources }] : withMeasure(flows, 'ratio', by);
  }
  return flows.flatMap((flow) => {
    const rate = all.find((each) => RATES[each][1] === 'allocation' && RATES[each][0] === flow.measure);
    return rate ? [{ measure: rate, by: [...flow.by, ...by] }] : [];
  });
}

/** Whether a percentage stands between two flows: "certified as a percentage of paid". */
function isAsPercentOf(items: readonly Item[]): boolean {
  const at = items.findIndex((item) => item.is === 'sense' && item.sense === 'percent');
  const measured = (part: readonly Item[]) =>
    only(part, 'measure').some(({ measure }) => FLOWS.includes(measure));
  return at > 0 && measured(items.slice(0, at)) && measured(items.slice(at));
}

/** "Speso" names both flows: two rates, not one between them. */
function isSpent([one, other]: readonly AskedMeasure[]): boolean {
  return one?.by[0] === other?.by[0];
}

function isBetween(rate: Rate, one: Measure, other: Measure): boolean {
  const pair: readonly string[] = RATES[rate];
  return pair.includes(one) && pair.includes(other);
}
