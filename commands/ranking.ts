import { rankingCard } from '../src/cards/ranking.ts';
import { rankingChart } from '../src/charts/ranking.ts';
import { defineCommand } from '../src/command.ts';
import { compare } from '../src/programme/decimal.ts';
import { lookup, lookupAll } from '../src/programme/lookup.ts';
import { MEASURES, type Measure } from '../src/programme/measures.ts';

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
const OF_INDICATORS: readonly Measure[] = ['value', 'target', 'gap'];

export default defineCommand({
  text: {
    it: {
      name: 'classifica',
      description: 'Gli assi, le iniziative o gli indicatori in ordine per una misura',
    },
    en: { name: 'ranking', description: 'Axes, initiatives or indicators in order of a measure' },
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
          description: 'Assi, iniziative o indicatori; quel che ha la misura se non indicato',
        },
        en: { name: 'of', description: 'Axes, initiatives or indicators; what has the measure if not given' },
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
    const measures = (options.measure ?? []).slice(0, 2);
    const kind = options.of ?? usualKind(measures[0]);
    const subjects = [...shelf.dataset.subjects.values()]
      .filter((subject) => subject.kind === kind)
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
    return { facts, absences, measures, asOf, targets };
  },
  present: rankingCard,
  chart: rankingChart,
});

function usualKind(measure: Measure | undefined): 'axis' | 'initiative' | 'indicator' {
  if (measure && OF_INITIATIVES.includes(measure)) return 'initiative';
  return measure && OF_INDICATORS.includes(measure) ? 'indicator' : 'axis';
}
