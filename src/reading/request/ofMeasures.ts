import type { Subject } from '../../model/dataset.ts';
import { INITIATIVE_AMOUNTS, isOperation, type Measure } from '../../model/measures.ts';
import type { Known } from '../../question/known.ts';
import type { CommandText, OptionSpec } from '../../question/lexicon/commandText.ts';
import type { AskedMeasure } from '../meaning/askedMeasure.ts';
import { type Item, saying, says, thingsIn } from '../meaning/item.ts';
import type { Filling } from './filled.ts';

/** General words for an initiative's money, which do not name a printed kind of amount. */
export const LOOSELY: readonly Measure[] = [
  'allocation',
  'share',
  'funded',
  'granted',
  'programmed',
  'allocated',
  'declared',
];

export function ofMeasures(
  known: Known,
  spec: OptionSpec,
  measures: readonly AskedMeasure[],
  { asked }: CommandText,
  items: readonly Item[],
): Filling | null {
  const { of = [] } = spec;
  const loose = asked?.loose === true;
  const able = measures.filter(
    ({ measure }) => of.includes(measure) && !(loose && LOOSELY.includes(measure)),
  );
  const asked2 = saying(items, 'how-much').length > 1 || (says(items, 'money') && says(items, 'how-much'));
  const counted = able.every(({ measure }) => measure === 'projects');
  if (loose && able.length > 0 && (asked2 || (counted && says(items, 'money'))))
    return { value: '', takes: able.flatMap(({ by }) => by) };
  if (able.every(({ measure }) => isOperation(measure)))
    return loose ? ofCommon(known, able, thingsIn(items)) : ofSuperlative(spec, items);
  if (asked?.shows && able.every(({ measure }) => asked.shows?.includes(measure)))
    return { value: '', takes: able.flatMap(({ by }) => by) };
  return { value: able.map(({ measure }) => measure).join(','), takes: able.flatMap(({ by }) => by) };
}

/** The default measures of a ranking of initiatives, each in its own list. */
const AMOUNTS: readonly Measure[] = ['activated', 'committed', 'paid', 'unspecified'];

/** "L'iniziativa più grossa": a ranking without a measure. */
function ofSuperlative({ required }: OptionSpec, items: readonly Item[]): Filling | null {
  if (!required || !says(items, 'highest', 'lowest')) return null;
  if (says(items, 'indicator', 'each-indicator')) return { value: 'gap', takes: [] };
  return says(items, 'initiative', 'each-initiative') ? { value: AMOUNTS.join(','), takes: [] } : null;
}

/** For an operation without a measure: the kind of amount that all the things have. */
function ofCommon(
  { dataset }: Known,
  able: readonly AskedMeasure[],
  things: readonly Subject[],
): Filling | null {
  if (able.length === 0 || things.length < 2) return null;
  const kinds = things.map(({ id }) =>
    dataset.latest.figures.filter(({ subject }) => subject.id === id).map(({ measure }) => measure),
  );
  const common = INITIATIVE_AMOUNTS.find((measure) => kinds.every((own) => own.includes(measure)));
  return common
    ? {
        value: [common, ...able.map(({ measure }) => measure)].join(','),
        takes: able.flatMap(({ by }) => by),
      }
    : null;
}
