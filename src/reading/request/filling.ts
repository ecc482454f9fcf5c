import type { Known } from '../../question/known.ts';
import type { CommandText, OptionSpec } from '../../question/lexicon/commandText.ts';
import type { AskedMeasure } from '../meaning/askedMeasure.ts';
import { type Item, only } from '../meaning/item.ts';
import type { Filling } from './filled.ts';
import { ofSnapshot } from './ofDates.ts';
import { ofMeasures } from './ofMeasures.ts';
import { ofLimit, ofOrder, ofTop } from './ofOrder.ts';
import { ofCompared, ofExcept, ofKind, ofThings } from './ofThings.ts';

export function fillingOf(
  known: Known,
  command: CommandText,
  name: string,
  spec: OptionSpec,
  items: readonly Item[],
  measures: readonly AskedMeasure[],
  filled: ReadonlyMap<string, Filling>,
): Filling | null {
  switch (spec.kind) {
    case 'measure':
      return ofMeasures(known, spec, measures, command, items);
    case 'axis':
    case 'priority':
    case 'indicator':
    case 'initiative':
    case 'funding-source':
      return ofThings(known, spec.kind, items);
    case 'thing':
      return name === 'except' ? ofExcept(items) : ofCompared(known, items, filled);
    case 'kind':
      return ofKind(items);
    case 'order':
      return ofOrder(command, items);
    case 'status':
      return ofStatus(items);
    case 'count':
      return ofTop(command, items);
    case 'amount':
      return ofLimit(name, items);
    case 'snapshot':
      return ofSnapshot(name, items);
    case 'term':
      return ofTerm(items);
    default:
      return null;
  }
}

function ofStatus(items: readonly Item[]): Filling | null {
  const statuses = only(items, 'sense').filter(({ sense }) => sense.startsWith('status:'));
  const [first] = statuses;
  return first ? { value: first.sense.slice('status:'.length), takes: statuses } : null;
}

function ofTerm(items: readonly Item[]): Filling | null {
  const [term] = only(items, 'term');
  return term ? { value: term.id, takes: [term] } : null;
}
