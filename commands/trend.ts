import { trendCard } from '../src/cards/trend.ts';
import { trendChart } from '../src/charts/trend.ts';
import { defineCommand } from '../src/command.ts';
import { history } from '../src/programme/changes.ts';
import { MEASURES, type Measure } from '../src/programme/measures.ts';

const USUAL: readonly Measure[] = ['allocation', 'committed', 'declared'];

export default defineCommand({
  text: {
    it: { name: 'andamento', description: 'Una cifra a tutte le date di riferimento' },
    en: { name: 'trend', description: 'A figure at every reporting date' },
  },
  options: {
    axis: {
      kind: 'axis',
      text: {
        it: { name: 'asse', description: 'Numero o nome dell’asse; tutti se non indicato' },
        en: { name: 'axis', description: 'Number or name of the axis; all of them if not given' },
      },
    },
    measure: {
      kind: 'measure',
      of: MEASURES,
      text: {
        it: { name: 'misura', description: 'Dotazione, impegni, spesa dichiarata, tassi…' },
        en: { name: 'measure', description: 'Allocation, committed, declared expenditure, rates…' },
      },
    },
  },
  heard: {
    it: [
      'andamento',
      'nel tempo',
      'negli anni',
      'serie storica',
      'storico',
      'evoluzione',
      'trend',
      'anno per anno',
    ],
    en: ['trend', 'over time', 'over the years', 'history', 'time series', 'evolution', 'year by year'],
  },
  answer({ options, dataset, snapshot }) {
    const subjects = options.axis ?? [...dataset.subjects.values()].filter(({ kind }) => kind === 'axis');
    const measures = options.measure ?? (options.axis ? USUAL : USUAL.slice(1, 2));
    const series = subjects.flatMap((subject) =>
      measures.map((measure) => ({ subject, measure, facts: history(dataset, subject, measure) })),
    );
    const told = series.filter(({ facts }) => facts.length > 0);
    const missing = measures.filter((measure) => !told.some((each) => each.measure === measure));
    const asOf = snapshot.date;
    return {
      facts: told.flatMap(({ facts }) => facts),
      absences: missing.flatMap((measure) =>
        subjects.map((subject) => ({ subject, measure, asOf, nearest: [] })),
      ),
      series: told,
      subjects,
      measures,
    };
  },
  present: trendCard,
  chart: trendChart,
});
