import { trendCard } from '../src/cards/trend.ts';
import { trendChart } from '../src/charts/trend.ts';
import { defineCommand } from '../src/command.ts';
import { history } from '../src/programme/changes.ts';
import { MEASURES, type Measure } from '../src/programme/measures.ts';

const USUAL: readonly Measure[] = ['allocation', 'committed', 'declared'];
/** What is known by year of what is smaller than an axis. */
const PEOPLE: readonly Measure[] = ['participants'];

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
    priority: {
      kind: 'priority',
      text: {
        it: { name: 'priorità', description: 'I destinatari di una priorità d’investimento' },
        en: { name: 'priority', description: 'The participants of an investment priority' },
      },
    },
    indicator: {
      kind: 'indicator',
      text: {
        it: { name: 'indicatore', description: 'Le persone con il risultato di un indicatore' },
        en: { name: 'indicator', description: 'The people with the result of an indicator' },
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
      'per anno',
      'ogni anno',
      'per annualità',
      'storia',
      'nel corso degli anni',
      'a tutte le date',
    ],
    en: [
      'trend',
      'over time',
      'over the years',
      'history',
      'time series',
      'evolution',
      'evolve',
      'evolved',
      'year by year',
      'by year',
      'per year',
      'each year',
      'every year',
    ],
  },
  answer({ options, dataset, snapshot }) {
    const smaller = [...(options.priority ?? []), ...(options.indicator ?? [])];
    const axes = options.axis ?? [...dataset.subjects.values()].filter(({ kind }) => kind === 'axis');
    const subjects = smaller.length > 0 ? smaller : axes;
    const usual = smaller.length > 0 ? PEOPLE : options.axis ? USUAL : USUAL.slice(1, 2);
    const measures = options.measure ?? usual;
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
