import { changesCard } from '../src/cards/changes.ts';
import { defineCommand } from '../src/command.ts';
import { changesBetween, comparableBefore } from '../src/programme/changes.ts';
import type { Subject } from '../src/programme/dataset.ts';
import { CASCADE, MEASURES, type Measure } from '../src/programme/measures.ts';

const MONEY: readonly Measure[] = [...CASCADE, 'declared'];

export default defineCommand({
  text: {
    it: { name: 'variazioni', description: 'Che cosa è cambiato tra due date di riferimento, e di quanto' },
    en: { name: 'changes', description: 'What changed between two reporting dates, and by how much' },
  },
  options: {
    from: {
      kind: 'snapshot',
      text: {
        it: {
          name: 'dal',
          description: 'Data di partenza; la precedente con le stesse cifre se non indicata',
        },
        en: { name: 'from', description: 'Starting date; the one before with the same figures if not given' },
      },
    },
    to: {
      kind: 'snapshot',
      text: {
        it: { name: 'al', description: 'Data di arrivo; la più recente se non indicata' },
        en: { name: 'to', description: 'End date; the most recent if not given' },
      },
    },
    axis: {
      kind: 'axis',
      text: {
        it: { name: 'asse', description: 'Solo questo asse; tutti se non indicato' },
        en: { name: 'axis', description: 'Only this axis; all of them if not given' },
      },
    },
    measure: {
      kind: 'measure',
      of: MEASURES,
      text: {
        it: { name: 'misura', description: 'Solo questa misura; tutte se non indicata' },
        en: { name: 'measure', description: 'Only this measure; all of them if not given' },
      },
    },
  },
  heard: {
    it: [
      'cosa è cambiato',
      'cambiato',
      'cambiata',
      'è cambiato',
      'è cambiata',
      'cambiamenti',
      'variazione',
      'variazioni',
      'differenze dal',
      'cresciuto',
      'cresciuta',
      'cresciuti',
      'crescita',
      'aumentato',
      'aumentata',
      'aumentati',
      'aumento',
      'diminuito',
      'diminuita',
      'diminuzione',
      'calato',
      'calata',
      'salito',
      'salita',
      'sceso',
      'scesa',
      'prima e dopo',
    ],
    en: [
      'what changed',
      'change',
      'changed',
      'has changed',
      'changed since',
      'changes',
      'what moved',
      'grown',
      'growth',
      'grow',
      'grew',
      'increase',
      'increased',
      'decrease',
      'decreased',
      'risen',
      'rise',
      'fallen',
      'dropped',
      'before and after',
    ],
  },
  answer({ options, dataset, snapshot }) {
    const to = options.to ?? snapshot;
    const subjects = options.axis ?? [...dataset.subjects.values()].filter(isWholeOrAxis);
    const measures = options.measure ?? MONEY;
    const from = options.from ?? comparableBefore(dataset, to, subjects, measures);
    const [earlier, later] = from && from.date > to.date ? [to, from] : [from, to];
    const changes = earlier ? changesBetween(dataset, { earlier, later }, subjects, measures) : [];
    return {
      facts: changes.flatMap(({ before, after, difference, moved }) =>
        (moved ? [before, after, difference] : [after]).filter((fact) => fact !== null),
      ),
      changes,
      subjects,
      from: earlier?.date ?? null,
      to: later.date,
    };
  },
  present: changesCard,
});

function isWholeOrAxis({ kind }: Subject): boolean {
  return kind === 'programme' || kind === 'axis';
}
