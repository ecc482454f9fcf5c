import { trendChart } from '../src/cards/charts/trend.ts';
import { trendCard } from '../src/cards/trend.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options/options.ts';
import { history } from '../src/figures/changes.ts';
import { groupOf } from '../src/figures/group.ts';
import { isExcepted, judged, limitsOf } from '../src/figures/limits.ts';
import { sumOf } from '../src/figures/operations.ts';
import { thingsOf, wholeOf } from '../src/figures/things.ts';
import type { Dataset, Snapshot, Subject } from '../src/model/dataset.ts';
import { LOOKED_UP, type Measure, PEOPLE_BY_CODE, parted } from '../src/model/measures.ts';

const USUAL: readonly Measure[] = ['allocation', 'committed', 'declared'];
/** The figures known by year of priorities and indicators. */
const PEOPLE: readonly Measure[] = ['participants'];

export default defineCommand({
  text: {
    it: { name: 'andamento', description: 'Una cifra a tutte le date di riferimento' },
    en: { name: 'trend', description: 'A figure at every reporting date' },
  },
  options: {
    axis: options.axis(
      'Numero o nome dell’asse; tutti se non indicato',
      'Number or name of the axis; all of them if not given',
    ),
    priority: options.priority(
      'I destinatari di una priorità d’investimento',
      'The participants of an investment priority',
    ),
    indicator: options.indicator(
      'Le persone con il risultato di un indicatore',
      'The people with the result of an indicator',
    ),
    measure: options.measure(
      [...LOOKED_UP, 'sum'],
      'Dotazione, impegni, spesa dichiarata, tassi…',
      'Allocation, committed, declared expenditure, rates…',
    ),
    from: options.from(
      'Da questa data; dalla prima se non indicata',
      'From this date; from the first if not given',
    ),
    to: options.to(
      'Fino a questa data; fino all’ultima se non indicata',
      'Up to this date; up to the last if not given',
    ),
    except: options.except(['axis', 'priority']),
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
  asked: {
    needs: ['over-time', 'option:from+option:to', 'when+option:measure'],
    takes: [
      'over-time',
      'when',
      'highest',
      'lowest',
      'above',
      'below',
      'change',
      'growth',
      'fall',
      'money',
      'how-much',
      'since',
      'until',
      'each-axis',
      'year',
    ],
    means: ['over-time'],
  },
  answer({ options, dataset, snapshot }) {
    const limits = limitsOf({ except: options.except });
    const { measures: named, operations } = parted(options.measure ?? []);
    const summed = operations.includes('sum');
    const smaller = [...(options.priority ?? []), ...(options.indicator ?? [])];
    const total = summed && limits.except.length === 0;
    const axes = options.axis ?? (total ? wholeOf(dataset) : thingsOf(dataset, 'axis'));
    const listed = (smaller.length > 0 ? smaller : axes).filter((subject) => !isExcepted(limits, subject));
    const usual = smaller.length > 0 ? PEOPLE : options.axis ? USUAL : USUAL.slice(1, 2);
    const asked = listed.flatMap((subject) =>
      (named.length > 0 ? named : usual).map((measure) => counted(dataset, subject, measure)),
    );
    const subjects = [...new Set(asked.map(({ subject }) => subject))];
    const measures = [...new Set(asked.map(({ measure }) => measure))];
    const span = spanOf(options);
    const sums =
      summed && subjects.length > 1
        ? measures.flatMap((measure) => sumSeries(dataset, subjects, measure))
        : [];
    const series = [
      ...asked.map(({ subject, measure }) => ({
        subject,
        measure,
        facts: history(dataset, subject, measure),
      })),
      ...sums,
    ]
      .map((each) => ({ ...each, facts: each.facts.filter(({ asOf }) => isIn(span, asOf)) }))
      .filter(({ facts }) => facts.length > 0);
    const missing = measures.filter((measure) => !series.some((each) => each.measure === measure));
    const asOf = snapshot.date;
    return {
      facts: series.flatMap(({ facts }) => facts),
      absences: missing.flatMap((measure) =>
        subjects.map((subject) => ({
          subject,
          measure,
          asOf,
          nearest: [],
          elsewhere: history(dataset, subject, measure).map((fact) => fact.asOf),
        })),
      ),
      series,
      subjects,
      measures,
      span,
      judged: judged([], limits, false),
    };
  },
  present: trendCard,
  chart: trendChart,
});

/** ISO dates, in order; empty where the request sets no end. */
type Span = { readonly from: string; readonly to: string };

function spanOf({
  from,
  to,
}: {
  readonly from: Snapshot | undefined;
  readonly to: Snapshot | undefined;
}): Span {
  const [one, other] = [from?.date ?? '', to?.date ?? ''];
  return one !== '' && other !== '' && one > other ? { from: other, to: one } : { from: one, to: other };
}

function isIn({ from, to }: Span, date: string): boolean {
  return date >= from && (to === '' || date <= to);
}

/** The sum of several things, at each date at which all of them have the figure. */
function sumSeries(dataset: Dataset, subjects: readonly Subject[], measure: Measure) {
  const subject = groupOf(subjects);
  const facts = dataset.snapshots.flatMap((snapshot) => sumOf({ dataset, snapshot }, subjects, measure));
  return subject ? [{ subject, measure, facts }] : [];
}

/** The people of an output indicator are counted by year under its code, as those of its axis. */
function counted(dataset: Dataset, subject: Subject, measure: Measure) {
  const code = subject.kind === 'indicator' && measure === 'participants' ? subject.record.code : null;
  const people = PEOPLE_BY_CODE[code ?? ''];
  const axis = subject.kind === 'indicator' && dataset.subjects.get(subject.record.axis);
  return people && axis ? { subject: axis, measure: people } : { subject, measure };
}
