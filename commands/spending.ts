import { comparisonCard } from '../src/cards/comparison.ts';
import { defineCommand } from '../src/command.ts';
import { comparedWithin } from '../src/programme/comparison.ts';
import { lookup, lookupAll } from '../src/programme/lookup.ts';
import { CASCADE, DERIVED_MEASURES, type Measure } from '../src/programme/measures.ts';

const SPENT: readonly Measure[] = ['activated', 'committed', 'paid', 'certified'];
/** What must be said beside a figure that leaves an amount out. */
const BESIDE: Partial<Record<Measure, Measure>> = {
  committed: 'committed-with-cigd',
  'rate-commitment': 'rate-commitment-with-cigd',
};

export default defineCommand({
  text: {
    it: { name: 'spesa', description: 'Attivato, impegnato, pagato, certificato, tassi e residui' },
    en: { name: 'spending', description: 'Activated, committed, paid, certified, rates and what is left' },
  },
  options: {
    axis: {
      kind: 'axis',
      text: {
        it: { name: 'asse', description: 'Numero o nome dell’asse; l’intero programma se non indicato' },
        en: { name: 'axis', description: 'Number or name of the axis; the whole programme if not given' },
      },
    },
    measure: {
      kind: 'measure',
      of: [
        ...CASCADE,
        'share',
        'declared',
        ...DERIVED_MEASURES.filter((measure) => measure !== 'gap'),
        'selected-operations',
      ],
      text: {
        it: {
          name: 'misura',
          description: 'Che cosa: certificato, pagato, tasso di impegno, ancora da pagare…',
        },
        en: { name: 'measure', description: 'What: certified, paid, commitment rate, still to pay…' },
      },
    },
  },
  heard: { it: ['avanzamento finanziario', 'avanzamento'], en: ['financial progress', 'progress'] },
  answer({ options, ...shelf }) {
    const programme = shelf.dataset.subjects.get(shelf.dataset.programme.id);
    const subjects = options.axis ?? (programme ? [programme] : []);
    const asked = options.measure ?? SPENT;
    const measures = asked.filter((measure) => measure !== 'difference');
    const { facts, absences } = lookupAll(shelf, subjects, measures);
    const beside = facts.flatMap((fact) => {
      const other = BESIDE[fact.measure];
      return other && fact.unit !== 'EUR' ? lookup(shelf, fact.subject, other) : [];
    });
    const differences = measures.length < asked.length ? comparedWithin(facts) : [];
    return {
      facts: [...facts, ...beside, ...differences],
      absences,
      subjects,
      measures,
      asOf: shelf.snapshot.date,
      alike: true,
    };
  },
  present: comparisonCard,
});
