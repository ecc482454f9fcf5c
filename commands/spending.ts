import { comparisonCard } from '../src/cards/comparison.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options/options.ts';
import { figuresAsked } from '../src/figures/figuresAsked.ts';
import { limitsOf } from '../src/figures/limits.ts';
import { lookup } from '../src/figures/lookup.ts';
import type { Shelf } from '../src/figures/printed.ts';
import { scopeOf } from '../src/figures/scope.ts';
import type { Fact } from '../src/model/facts.ts';
import { CASCADE, DERIVED_MEASURES, type Measure, parted } from '../src/model/measures.ts';

const SPENT: readonly Measure[] = CASCADE;
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
    axis: options.axis(
      'Numero o nome dell’asse; l’intero programma se non indicato',
      'Number or name of the axis; the whole programme if not given',
    ),
    measure: options.measure(
      [
        ...CASCADE,
        'share',
        'declared',
        ...DERIVED_MEASURES.filter((measure) => measure !== 'gap' && measure !== 'growth'),
        'selected-operations',
      ],
      'Che cosa: certificato, pagato, tasso di impegno, ancora da pagare…',
      'What: certified, paid, commitment rate, still to pay…',
    ),
    except: options.except(['axis', 'initiative']),
    above: options.above,
    below: options.below,
  },
  heard: {
    it: [
      'avanzamento finanziario',
      'avanzamento',
      'situazione finanziaria',
      'quadro finanziario',
      'attuazione finanziaria',
      'avanz fin',
    ],
    en: [
      'financial progress',
      'progress',
      'financial situation',
      'financial picture',
      'financial implementation',
    ],
  },
  asked: {
    needs: ['option:measure', 'overview'],
    takes: ['money', 'how-much', 'cost', 'overview', 'rate', 'percent', 'confirm'],
    means: [],
  },
  severalDates: true,
  answer({ options, dataset, snapshot, snapshots }) {
    const limits = limitsOf(options);
    const subjects = scopeOf({ dataset, snapshot }, 'axis', options.axis ?? [], limits.except);
    const { measures, operations } = parted(options.measure ?? SPENT);
    const asked = { subjects, measures, leading: measures, operations, limits, beside };
    return {
      ...figuresAsked(dataset, snapshots, asked),
      measures,
      asOf: snapshot.date,
      alike: true,
    };
  },
  present: comparisonCard,
});

function beside(shelf: Shelf, facts: readonly Fact[]): readonly Fact[] {
  return facts.flatMap((fact) => {
    const other = BESIDE[fact.measure];
    return other && fact.unit !== 'EUR' ? lookup(shelf, fact.subject, other) : [];
  });
}
