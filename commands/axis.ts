import { figuresCard } from '../src/cards/figures.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options/options.ts';
import { lookupAll } from '../src/figures/lookup.ts';
import { thingsOf } from '../src/figures/things.ts';
import type { Measure } from '../src/model/measures.ts';

const WHOLE: readonly Measure[] = [
  'allocation',
  'share',
  'activated',
  'committed',
  'paid',
  'certified',
  'participants',
];
const EACH: readonly Measure[] = ['allocation', 'share'];
const WHERE_PRINTED: readonly Measure[] = ['participants'];

export default defineCommand({
  text: {
    it: { name: 'asse', description: 'Quadro di un asse: dotazione, avanzamento finanziario e destinatari' },
    en: { name: 'axis', description: 'An axis at a glance: allocation, financial progress and participants' },
  },
  options: {
    axis: options.axis(
      'Numero o nome dell’asse; tutti se non indicato',
      'Number or name of the axis; all of them if not given',
    ),
  },
  heard: {
    it: [
      'come va',
      'come sta andando',
      'come siamo messi',
      'situazione',
      'quadro',
      'panoramica',
      'a che punto',
    ],
    en: ['how is', 'how are we doing', 'overview', 'at a glance', 'status of', 'state of play'],
  },
  asked: {
    needs: ['thing:axis', 'overview+each-axis'],
    takes: ['overview', 'money', 'how-much', 'rate', 'percent'],
    means: [],
  },
  answer({ options, ...shelf }) {
    const subjects = options.axis ?? thingsOf(shelf.dataset, 'axis');
    const measures = options.axis ? WHOLE : EACH;
    const { facts, absences } = lookupAll(shelf, subjects, measures);
    return {
      facts,
      absences: absences.filter(({ measure }) => !WHERE_PRINTED.includes(measure)),
      subjects,
      measures: options.axis ? [] : measures,
      asOf: shelf.snapshot.date,
    };
  },
  present: figuresCard,
});
