import { indicatorsCard } from '../src/cards/indicators.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options.ts';
import { type Figures, isExcepted, type Judged, judged, limitsOf } from '../src/figures/limits.ts';
import { lookup, lookupAll } from '../src/figures/lookup.ts';
import type { Shelf } from '../src/figures/printed.ts';
import type { SubjectOf } from '../src/model/kinds.ts';
import type { Measure } from '../src/model/measures.ts';
import { statusOf } from '../src/model/status.ts';

const RESULT: readonly Measure[] = ['value', 'target', 'gap'];

export default defineCommand({
  text: {
    it: { name: 'indicatore', description: 'Valore, target e distanza dal target di un indicatore' },
    en: { name: 'indicator', description: 'Value, target and distance to target of an indicator' },
  },
  options: {
    indicator: options.indicator(
      'Codice o che cosa misura; tutti se non indicato',
      'Code or what it measures; all of them if not given',
    ),
    axis: options.axis('Solo gli indicatori di questo asse', 'Only the indicators of this axis'),
    priority: options.priority(
      'Solo gli indicatori di questa priorità d’investimento',
      'Only the indicators of this investment priority',
    ),
    status: {
      kind: 'status',
      text: {
        it: { name: 'stato', description: 'Solo quelli che hanno raggiunto il target, vicini o sotto' },
        en: { name: 'status', description: 'Only those that reached the target, near it or below it' },
      },
    },
    top: options.top,
    except: options.except(['indicator', 'axis', 'priority']),
    above: options.above,
    below: options.below,
  },
  heard: { it: [], en: [] },
  asked: {
    needs: [
      'thing:indicator',
      'indicator',
      'each-indicator',
      'option:status',
      'measure:target',
      'measure:gap',
      'measure:value',
      'measure:output',
    ],
    takes: [
      'indicator',
      'each-indicator',
      'list',
      'remaining',
      'difference',
      'overview',
      'rate',
      'percent',
      'confirm',
      'compare',
      'axis',
    ],
    means: ['indicator'],
  },
  answer({ options, ...shelf }) {
    const { indicator, status } = options;
    const limits = limitsOf(options);
    const asked = (indicator ?? having(shelf, listed(shelf, options.axis, options.priority), status)).filter(
      (subject) => !isExcepted(limits, subject),
    );
    const by = limits.above || limits.below ? 'value' : 'gap';
    const verdict = judged(
      asked.flatMap((subject) => leading(shelf, subject, by)),
      limits,
      asked.length === 1,
      limits.top === null ? null : by,
    );
    const limited = limits.top !== null || verdict.outcome === 'some';
    const subjects = limited ? asked.filter((one) => isKept(verdict, one)) : asked;
    const figures = verdict.outcome === 'unfit' ? [] : subjects.map((subject) => figuresOf(shelf, subject));
    const gap = verdict.claim?.gap;
    return {
      facts: [...figures.flatMap(({ facts }) => facts), ...(gap ? [gap] : [])],
      absences: figures.flatMap(({ absences }) => absences).filter(({ measure }) => measure !== 'gap'),
      subjects,
      asOf: shelf.snapshot.date,
      judged: verdict,
      holds:
        indicator && status && subjects.every(hasTarget(shelf))
          ? subjects.every(hasStatus(shelf, status))
          : null,
    };
  },
  present: indicatorsCard,
});

type IndicatorOf = SubjectOf<'indicator'>;

function figuresOf(shelf: Shelf, subject: IndicatorOf) {
  const found = lookupAll(shelf, [subject], subject.record.kind === 'result' ? RESULT : ['output']);
  const people = lookup(shelf, subject, 'participants');
  return found.facts.length > 0 || people.length === 0
    ? { ...found, facts: [...found.facts, ...people] }
    : { facts: people, absences: [] };
}

/** What limits are about: the value of a result, the count of an output. */
function leading(shelf: Shelf, subject: IndicatorOf, by: Measure): readonly Figures[] {
  const [first, ...others] = lookup(shelf, subject, subject.record.kind === 'result' ? by : 'output');
  return first ? [[first, ...others]] : [];
}

function isKept({ kept }: Judged, subject: IndicatorOf): boolean {
  return kept.some(([fact]) => fact.subject === subject);
}

/** Those of a status; where none has it, all of them, which says so as well. */
function having(
  shelf: Shelf,
  all: readonly IndicatorOf[],
  status: string | undefined,
): readonly IndicatorOf[] {
  const those = all.filter(hasStatus(shelf, status));
  return those.length > 0 ? those : all;
}

function listed(
  shelf: Shelf,
  axes: readonly SubjectOf<'axis'>[] | undefined,
  priorities: readonly SubjectOf<'priority'>[] | undefined,
) {
  return [...shelf.dataset.subjects.values()]
    .filter((subject) => subject.kind === 'indicator')
    .filter(({ record }) => record.kind === 'result')
    .filter(({ record }) => !axes || axes.some((axis) => axis.id === record.axis))
    .filter(({ record }) => !priorities || priorities.some(({ id }) => id === record.priority));
}

/** Without a target nothing is reached and nothing is missed. */
function hasTarget(shelf: Shelf) {
  return (subject: IndicatorOf) => lookup(shelf, subject, 'gap').length > 0;
}

function hasStatus(shelf: Shelf, status: string | undefined) {
  return (subject: SubjectOf<'indicator'>) => {
    const [value] = lookup(shelf, subject, 'value');
    const [target] = lookup(shelf, subject, 'target');
    const reached = value && target ? statusOf(value.value, target.value) : null;
    return status === undefined || reached === status;
  };
}
