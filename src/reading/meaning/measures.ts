import { isAxisMoney, type Measure } from '../../model/measures.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import { type AskedMeasure, withMeasure } from './askedMeasure.ts';
import { defaultMeasures } from './defaultMeasures.ts';
import { exceptIn, type Item, only, saying, says } from './item.ts';
import { isTotalBetween, narrowed } from './people.ts';
import { remainders } from './remainders.ts';
import { shares } from './shares.ts';

const SPENT: readonly Measure[] = ['paid', 'certified'];

/** Measures that specify "spesa" beside them. */
const STEPS: readonly Measure[] = [...SPENT, 'declared'];

/** The measures that a question asks for, in its order, with the operations on them. */
export function measuresIn(items: readonly Item[]): readonly AskedMeasure[] {
  const spent = only(items, 'measure').some(({ measure }) => STEPS.includes(measure));
  const named = [
    ...only(items, 'measure').map(
      (item): AskedMeasure => ({
        measure: item.measure,
        by: spent && STEPS.includes(item.measure) ? [item, ...saying(items, 'spent')] : [item],
      }),
    ),
    ...(spent ? [] : [...moneyBefore(items), ...spentIn(items)]),
  ];
  const measures =
    named.length > 0
      ? narrowed(basisLast(items, named), isTotalBetween(items) || isShareBeside(items))
      : defaultMeasures(items);
  const money = measures.filter(({ measure }) => isMoneyLike(measure));
  const others = measures.filter(({ measure }) => !isMoneyLike(measure));
  if (says(items, 'remaining', 'not-yet')) return [...remainders(items, money), ...others];
  if (
    measures.length > 0 &&
    says(items, 'percent') &&
    says(items, 'growth', 'fall', 'change') &&
    !says(items, 'rate')
  )
    return withMeasure(measures, 'growth', saying(items, 'percent'));
  if (isShare(items, measures, money)) return shares(items, money, others);
  return operated(items, measures, money, others);
}

/** "How many took part, and what share of them were women?": the count, and the share of a group. */
function isShareBeside(items: readonly Item[]): boolean {
  return says(items, 'how-much') && says(items, 'share') && only(items, 'measure').length > 1;
}

/** "Che percentuale dell'attivato è stata ammessa?": the measure after "of" is the basis, and goes last. */
function basisLast(items: readonly Item[], named: readonly AskedMeasure[]): readonly AskedMeasure[] {
  const of = items.findIndex((item) => item.is === 'sense' && item.sense === 'ratio' && OF.test(item.words));
  const basis = of < 0 ? undefined : items.slice(of).find(({ is }) => is === 'measure');
  const [others, last] = [false, true].map((side) =>
    named.filter(({ by }) => (basis !== undefined && by.includes(basis)) === side),
  );
  return [...(others ?? []), ...(last ?? [])];
}

const OF = /^(?:del|dello|della|dell|dei|delle|of)$/;

function spentIn(items: readonly Item[]): readonly AskedMeasure[] {
  return saying(items, 'spent').flatMap((item) => SPENT.map((measure) => ({ measure, by: [item] })));
}

/** "Quanti soldi c'erano in tutto e quanti ne avete spesi?": the allocation besides the spending. */
function moneyBefore(items: readonly Item[]): readonly AskedMeasure[] {
  const [whole] = saying(items, 'total', 'programme');
  const [money] = saying(items, 'money');
  const twice = saying(items, 'how-much').length > 1 && says(items, 'spent');
  return twice && whole && money ? [{ measure: 'allocation', by: [money] }] : [];
}

function isMoneyLike(measure: Measure): boolean {
  return isAxisMoney(measure) || measure === 'committed-with-cigd';
}

function isShare(
  items: readonly Item[],
  measures: readonly AskedMeasure[],
  money: readonly AskedMeasure[],
): boolean {
  if (says(items, 'ratio') && measures.length === 2 && !isOnAllocation(items, money))
    return money.length === 2;
  return (
    measures.some(({ measure }) => measure !== 'share') &&
    !(
      says(items, 'percent') &&
      says(items, 'compare') &&
      manyThings(items) &&
      money.length === 1 &&
      measures.length === 1
    ) &&
    (says(items, 'share', 'rate', 'percent') ||
      isOfTotal(items) ||
      isOnAllocation(items, money) ||
      isLimitedInPercent(items))
  );
}

/** The measures with the operation on them, if any. */
function operated(
  items: readonly Item[],
  measures: readonly AskedMeasure[],
  money: readonly AskedMeasure[],
  others: readonly AskedMeasure[],
): readonly AskedMeasure[] {
  const of = (measure: Measure, ...senses: readonly Sense[]) =>
    withMeasure(measures, measure, saying(items, ...senses));
  if (says(items, 'ratio') && measures.length === 2) return of('ratio', 'ratio');
  const distance = others.find(({ measure }) => measure === 'gap');
  if (measures.length === 2 && !manyThings(items) && says(items, 'above', 'below'))
    return of('ratio', 'above', 'below', 'more-than');
  const two = money.length === 2 ? money : measures.length === 2 && says(items, 'difference') ? measures : [];
  if (two.length === 2 && !manyThings(items) && (distance || says(items, 'difference', 'compare')))
    return withMeasure(two, 'difference', [
      ...saying(items, 'difference', 'compare'),
      ...(distance?.by ?? []),
    ]);
  const whole = says(items, 'both') || exceptIn(items).length > 0;
  if (says(items, 'sum') || (whole && says(items, 'total'))) return of('sum', 'sum', 'both', 'total');
  if (says(items, 'percent') && says(items, 'compare') && manyThings(items) && money.length === 1)
    return of('ratio', 'percent', 'compare');
  if (says(items, 'multiple', 'ratio') && manyThings(items) && measures.length === 1)
    return of('ratio', 'multiple', 'ratio');
  return says(items, 'growth-percent') && measures.length > 0 ? of('growth', 'growth-percent') : measures;
}

/** "Sotto il 50 %", "almeno metà della dotazione": a limit of a rate. */
function isLimitedInPercent(items: readonly Item[]): boolean {
  const claimed = items.some((item) => item.is === 'measure') ? only(items, 'amount') : [];
  return [...only(items, 'limit'), ...claimed].some(({ amount }) => amount.unit === 'percent');
}

/** "Sul totale" with a thing asks for its share; alone it means the whole programme. */
function isOfTotal(items: readonly Item[]): boolean {
  return says(items, 'of-total') && only(items, 'thing').length > 0;
}

/** "Certificato rispetto alla dotazione" is a rate without the word. */
function isOnAllocation(items: readonly Item[], money: readonly AskedMeasure[]): boolean {
  const compared = says(items, 'ratio') || (says(items, 'compare') && !manyThings(items));
  return money.length === 2 && money.some(({ measure }) => measure === 'allocation') && compared;
}

function manyThings(items: readonly Item[]): boolean {
  return only(items, 'thing').flatMap(({ subjects }) => subjects).length > 1;
}
