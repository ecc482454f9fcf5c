import type { Subject } from '../../model/dataset.ts';
import { isMeasure, isRate, isRemainder, type Measure, RATES, REMAINDERS } from '../../model/measures.ts';
import type { Request } from '../../model/request.ts';
import { amountsIn } from '../../question/hear/amounts.ts';
import type { Known } from '../../question/known.ts';
import type { CommandText } from '../../question/lexicon/commandText.ts';
import { piecesOf } from '../../question/lexicon/pieces.ts';
import { measureOf, type Sense } from '../../question/lexicon/sense.ts';
import type { Bare } from '../meaning/context.ts';
import type { Item } from '../meaning/item.ts';

/** The previous request as items; null after a request that allows no follow-up, such as help. */
export function itemsBefore(
  known: Known,
  { command: name, options }: Omit<Request, 'after'>,
): readonly Item[] | null {
  const command = known.commands.find((each) => each.name === name);
  if (!command?.asked?.means) return null;
  const fromOptions = Object.entries(options).flatMap(([option, value]) =>
    ofOption(known, command, option, value),
  );
  const measured = fromOptions.some(({ is }) => is === 'measure');
  const fromCommand = command.asked.means
    .filter((sense) => !(measured && measureOf(sense)))
    .map((sense): Bare => {
      const measure = measureOf(sense);
      return measure ? { is: 'measure', measure } : { is: 'sense', sense };
    });
  return [...fromCommand, ...fromOptions].map((item) => ({ ...item, words: '', old: true }) as Item);
}

function ofOption({ dataset }: Known, command: CommandText, option: string, value: string): readonly Bare[] {
  if (option === 'date') return value.split(',').map((date) => ({ is: 'date', date, relation: 'at' }));
  const spec = command.options[option];
  switch (spec?.kind) {
    case 'measure':
      return value.split(',').filter(isMeasure).flatMap(ofMeasure);
    case 'axis':
    case 'priority':
    case 'indicator':
    case 'initiative':
    case 'funding-source':
    case 'thing': {
      const subjects = value.split(',').flatMap((id): readonly Subject[] => {
        const subject = dataset.subjects.get(id);
        return subject ? [subject] : [];
      });
      if (option === 'except') return [{ is: 'except', subjects }];
      return subjects.map((subject) => ({ is: 'thing', subjects: [subject], how: 'name' }));
    }
    case 'status':
      return [{ is: 'sense', sense: `status:${value}` as Sense }];
    case 'order':
      return [{ is: 'sense', sense: value === 'lowest' ? 'lowest' : 'highest' }];
    case 'kind':
      return [{ is: 'sense', sense: `each-${value === 'funding-source' ? 'source' : value}` as Sense }];
    case 'count':
      return [{ is: 'top', count: Number(value), low: false }];
    case 'amount': {
      const [amount] = amountsIn(value, piecesOf(value));
      return amount && (option === 'above' || option === 'below')
        ? [{ is: 'limit', side: option, amount: amount.amount }]
        : [];
    }
    case 'snapshot':
      return [{ is: 'date', date: value, relation: option === 'from' ? 'since' : 'at' }];
    default:
      return [];
  }
}

/** A rate or remainder as its flow and a way, so that a follow-up can replace either. */
function ofMeasure(measure: Measure): readonly Bare[] {
  if (isRate(measure)) {
    const [top, bottom] = RATES[measure];
    const flows = bottom === 'allocation' ? [top] : [top, bottom];
    return [...flows.map((flow): Bare => ({ is: 'measure', measure: flow })), { is: 'sense', sense: 'rate' }];
  }
  if (isRemainder(measure))
    return [
      { is: 'measure', measure: REMAINDERS[measure] },
      { is: 'sense', sense: 'remaining' },
    ];
  const operation = OPERATIONS[measure];
  return [operation ? { is: 'sense', sense: operation } : { is: 'measure', measure }];
}

const OPERATIONS: Readonly<Record<string, Sense>> = {
  sum: 'sum',
  difference: 'difference',
  ratio: 'ratio',
  growth: 'growth-percent',
  'share-of-total': 'of-total',
};
