import { figuresCard } from '../src/cards/figures.ts';
import { defineCommand } from '../src/command.ts';
import { lookupAll } from '../src/programme/lookup.ts';
import type { Measure } from '../src/programme/measures.ts';

const BOTH: readonly Measure[] = ['allocation', 'share'];

export default defineCommand({
  text: {
    it: {
      name: 'dotazione',
      description: 'La dotazione del programma, di un asse o di una fonte, e la sua quota',
    },
    en: {
      name: 'allocation',
      description: 'The allocation of the programme, an axis or a source, and its share',
    },
  },
  options: {
    axis: {
      kind: 'axis',
      text: {
        it: { name: 'asse', description: 'Numero o nome dell’asse' },
        en: { name: 'axis', description: 'Number or name of the axis' },
      },
    },
    source: {
      kind: 'funding-source',
      text: {
        it: { name: 'fonte', description: 'Chi finanzia: il nome di una fonte di finanziamento' },
        en: { name: 'source', description: 'Who funds: the name of a funding source' },
      },
    },
  },
  heard: { it: ['ripartizione della dotazione'], en: ['breakdown of the allocation'] },
  answer({ options, ...shelf }) {
    const subjects = [...(options.axis ?? []), ...(options.source ?? [])];
    const whole = [...shelf.dataset.subjects.values()].filter(
      ({ kind }) => kind === 'programme' || kind === 'axis' || kind === 'funding-source',
    );
    const asked = subjects.length > 0 ? subjects : whole;
    const { facts, absences } = lookupAll(shelf, asked, BOTH);
    return {
      facts,
      absences: absences.filter(({ measure }) => measure === 'allocation'),
      subjects,
      measures: BOTH.slice(0, 1),
      asOf: shelf.snapshot.date,
    };
  },
  present: figuresCard,
});
