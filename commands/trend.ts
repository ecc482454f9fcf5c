import { trendCard } from '../src/cards/trend.ts';
import { trendChart } from '../src/charts/trend.ts';
import { defineCommand } from '../src/command.ts';
import { history } from '../src/programme/changes.ts';
import type { Dataset, Subject } from '../src/programme/dataset.ts';
import { MEASURES, type Measure, PEOPLE_BY_CODE } from '../src/programme/measures.ts';

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
    const usual = smaller.length > 0 ? PEOPLE : options.axis ? USUAL : USUAL.slice(1, 2);
    const asked = (smaller.length > 0 ? smaller : axes).flatMap((subject) =>
      (options.measure ?? usual).map((measure) => counted(dataset, subject, measure)),
    );
    const subjects = [...new Set(asked.map(({ subject }) => subject))];
    const measures = [...new Set(asked.map(({ measure }) => measure))];
    const series = asked
      .map(({ subject, measure }) => ({ subject, measure, facts: history(dataset, subject, measure) }))
      .filter(({ facts }) => facts.length > 0);
    const missing = measures.filter((measure) => !series.some((each) => each.measure === measure));
    const asOf = snapshot.date;
    return {
      facts: series.flatMap(({ facts }) => facts),
      absences: missing.flatMap((measure) =>
        subjects.map((subject) => ({ subject, measure, asOf, nearest: [] })),
      ),
      series,
      subjects,
      measures,
    };
  },
  present: trendCard,
  chart: trendChart,
});

/** The people of an output indicator are counted by year under its code, as those of its axis. */
function counted(dataset: Dataset, subject: Subject, measure: Measure) {
  const code = subject.kind === 'indicator' && measure === 'participants' ? subject.record.code : null;
  const people = PEOPLE_BY_CODE[code ?? ''];
  const axis = subject.kind === 'indicator' && dataset.subjects.get(subject.record.axis);
  return people && axis ? { subject: axis, measure: people } : { subject, measure };
}
