import { briefingCard } from '../src/cards/briefing.ts';
import { briefingChart } from '../src/cards/charts/briefing.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options/options.ts';
import { lookup, lookupAll, speaksOf } from '../src/figures/lookup.ts';
import { thingsOf } from '../src/figures/things.ts';
import { CASCADE, type Measure, REMAINDERS, type Remainder } from '../src/model/measures.ts';

const RATES: readonly Measure[] = [
  'rate-activation',
  'rate-commitment',
  'rate-payment',
  'rate-certification',
];
const PEOPLE: readonly Measure[] = ['participants', 'participants-female', 'participants-male'];

export default defineCommand({
  text: {
    it: {
      name: 'scheda',
      description: 'Un asse su una scheda: avanzamento, tassi, destinatari, indicatori, iniziative',
    },
    en: {
      name: 'briefing',
      description: 'An axis on one card: progress, rates, participants, indicators, initiatives',
    },
  },
  options: {
    axis: { ...options.axis('Numero o nome dell’asse', 'Number or name of the axis'), required: true },
  },
  heard: {
    it: ['scheda', 'riassunto', 'riassumi', 'riepilogo', 'sintesi', 'briefing', 'tutto su', 'punto completo'],
    en: ['briefing', 'summary', 'summarise', 'summarize', 'everything on', 'everything about', 'brief me on'],
  },
  asked: { needs: ['briefing'], takes: ['briefing', 'overview'], means: [] },
  answer({ options, ...shelf }) {
    const axis = options.axis?.[0];
    const every = (measures: readonly Measure[]) => lookupAll(shelf, axis ? [axis] : [], measures);
    const of = (measures: readonly Measure[]) => every(measures).facts;
    const indicators = thingsOf(shelf.dataset, 'indicator')
      .filter(({ record }) => record.kind === 'result' && record.axis === axis?.id)
      .filter((one) => lookup(shelf, one, 'value').length > 0);
    const parts = {
      money: of(CASCADE),
      rates: of([...RATES, 'rate-commitment-with-cigd']),
      outstanding: of(Object.keys(REMAINDERS) as Remainder[]),
      people: of(PEOPLE),
      indicators: indicators.flatMap((subject) =>
        (['value', 'target', 'gap'] as const).flatMap((measure) => lookup(shelf, subject, measure)),
      ),
    };
    return {
      facts: Object.values(parts).flat(),
      ...parts,
      absences: every(CASCADE).absences,
      axis,
      results: indicators,
      initiatives: thingsOf(shelf.dataset, 'initiative').filter(
        (one) => one.record.axis === axis?.id && speaksOf(shelf.snapshot, one),
      ),
      asOf: shelf.snapshot.date,
    };
  },
  present: briefingCard,
  chart: briefingChart,
});
