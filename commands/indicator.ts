import { indicatorsCard } from '../src/cards/indicators.ts';
import { defineCommand, type SubjectOf } from '../src/command.ts';
import { lookup, lookupAll, type Shelf } from '../src/programme/lookup.ts';
import type { Measure } from '../src/programme/measures.ts';
import { statusOf } from '../src/programme/status.ts';

const RESULT: readonly Measure[] = ['value', 'target', 'gap'];

export default defineCommand({
  text: {
    it: { name: 'indicatore', description: 'Valore, target e distanza dal target di un indicatore' },
    en: { name: 'indicator', description: 'Value, target and distance to target of an indicator' },
  },
  options: {
    indicator: {
      kind: 'indicator',
      text: {
        it: { name: 'indicatore', description: 'Codice o che cosa misura; tutti se non indicato' },
        en: { name: 'indicator', description: 'Code or what it measures; all of them if not given' },
      },
    },
    axis: {
      kind: 'axis',
      text: {
        it: { name: 'asse', description: 'Solo gli indicatori di questo asse' },
        en: { name: 'axis', description: 'Only the indicators of this axis' },
      },
    },
    status: {
      kind: 'status',
      text: {
        it: { name: 'stato', description: 'Solo quelli che hanno raggiunto il target, vicini o sotto' },
        en: { name: 'status', description: 'Only those that reached the target, near it or below it' },
      },
    },
  },
  heard: { it: [], en: [] },
  answer({ options, ...shelf }) {
    const subjects =
      options.indicator ?? listed(shelf, options.axis).filter(hasStatus(shelf, options.status));
    const figures = subjects.map((subject) => {
      const found = lookupAll(shelf, [subject], subject.record.kind === 'result' ? RESULT : ['output']);
      const people = found.facts.length > 0 ? lookup(shelf, subject, 'participants') : [];
      return { ...found, facts: [...found.facts, ...people] };
    });
    return {
      facts: figures.flatMap(({ facts }) => facts),
      absences: figures.flatMap(({ absences }) => absences).filter(({ measure }) => measure !== 'gap'),
      subjects,
      asOf: shelf.snapshot.date,
    };
  },
  present: indicatorsCard,
});

function listed(shelf: Shelf, axes: readonly SubjectOf<'axis'>[] | undefined) {
  return [...shelf.dataset.subjects.values()]
    .filter((subject) => subject.kind === 'indicator')
    .filter(({ record }) => record.kind === 'result')
    .filter(({ record }) => !axes || axes.some((axis) => axis.id === record.axis));
}

function hasStatus(shelf: Shelf, status: string | undefined) {
  return (subject: SubjectOf<'indicator'>) => {
    const [value] = lookup(shelf, subject, 'value');
    const [target] = lookup(shelf, subject, 'target');
    return status === undefined || (value && target && statusOf(value.value, target.value) === status);
  };
}
