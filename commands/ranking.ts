import { rankingCard } from '../src/cards/ranking.ts';
import { rankingChart } from '../src/charts/ranking.ts';
import { defineCommand, type RankedKind } from '../src/command.ts';
import type { Subject } from '../src/programme/dataset.ts';
import { compare } from '../src/programme/decimal.ts';
import { lookup, lookupAll } from '../src/programme/lookup.ts';
import { INDICATOR_MEASURES, MEASURES, type Measure } from '../src/programme/measures.ts';

/** What only initiatives have; everything else is ranked among axes. */
const OF_INITIATIVES: readonly Measure[] = [
  'admitted',
  'funded',
  'programmed',
  'allocated',
  'updated_budget',
  'reprogrammed',
  'unspecified',
  'projects',
];

const MOST_MEASURES = 4;

export default defineCommand({
  text: {
    it: {
      name: 'classifica',
      description: 'Gli assi, le priorità, le iniziative o gli indicatori in ordine per una misura',
    },
    en: { name: 'ranking', description: 'Axes, priorities, initiatives or indicators in order of a measure' },
  },
  options: {
    measure: {
      kind: 'measure',
      required: true,
      of: MEASURES,
      text: {
        it: { name: 'misura', description: 'Per che cosa: certificato, tasso di pagamento, destinatari…' },
        en: { name: 'measure', description: 'By what: certified, payment rate, participants…' },
      },
    },
    of: {
      kind: 'kind',
      text: {
        it: {
          name: 'cosa',
          description: 'Assi, priorità, iniziative, indicatori; quel che ha la misura se non indicato',
        },
        en: {
          name: 'of',
          description: 'Axes, priorities, initiatives, indicators; what has the measure if not given',
        },
      },
    },
    axis: {
      kind: 'axis',
      text: {
        it: { name: 'asse', description: 'Solo fra quel che è di questo asse' },
        en: { name: 'axis', description: 'Only among what is of this axis' },
      },
    },
    order: {
      kind: 'order',
      text: {
        it: { name: 'ordine', description: 'Dal più alto (predefinito) o dal più basso' },
        en: { name: 'order', description: 'Highest first (default) or lowest first' },
      },
    },
  },
  heard: { it: [], en: [] },
  answer({ options, ...shelf }) {
    const measures = (options.measure ?? []).slice(0, MOST_MEASURES);
    const kind = options.of ?? usualKind(measures[0]);
    const within = options.axis ?? [];
    const subjects = [...shelf.dataset.subjects.values()]
      .filter((subject) => subject.kind === kind && isWithin(subject, within))
      .filter((subject) => subject.kind !== 'indicator' || subject.record.kind === 'result');
    const rankings = measures.map((measure) => {
      const facts = subjects.flatMap((subject) => lookup(shelf, subject, measure)[0] ?? []);
      const [unit] = facts.map((fact) => fact.unit);
      return facts
        .filter((fact) => fact.unit === unit)
        .sort((a, b) => (options.order === 'lowest' ? compare(a.value, b.value) : compare(b.value, a.value)));
    });
    const facts = rankings.flat();
    const asOf = shelf.snapshot.date;
    const absences = kind === 'initiative' ? [] : lookupAll(shelf, subjects, measures).absences;
    const targets = measures[0] === 'value' ? subjects.flatMap((one) => lookup(shelf, one, 'target')) : [];
    return { facts, absences, measures, kind, within, asOf, targets };
  },
  present: rankingCard,
  chart: rankingChart,
});

function usualKind(measure: Measure | undefined): RankedKind {
  if (measure && OF_INITIATIVES.includes(measure)) return 'initiative';
  return measure && INDICATOR_MEASURES.includes(measure) ? 'indicator' : 'axis';
}

function isWithin(subject: Subject, axes: readonly Subject[]): boolean {
  const axis = 'axis' in subject.record ? subject.record.axis : subject.id;
  return axes.length === 0 || axes.some(({ id }) => id === axis);
}
