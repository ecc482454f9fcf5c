import { rankingChart } from '../src/cards/charts/ranking.ts';
import { rankingCard } from '../src/cards/ranking.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options/options.ts';
import {
  type Figures,
  factsWithin,
  figuresOf,
  inOrder,
  isExcepted,
  judged,
  limitsOf,
} from '../src/figures/limits.ts';
import { lookup, lookupAll } from '../src/figures/lookup.ts';
import type { Shelf } from '../src/figures/printed.ts';
import { isWithin, thingsOf } from '../src/figures/things.ts';
import type { Subject } from '../src/model/dataset.ts';
import type { Fact } from '../src/model/facts.ts';
import type { RankedKind } from '../src/model/kinds.ts';
import { INDICATOR_MEASURES, LOOKED_UP, type Measure, PEOPLE } from '../src/model/measures.ts';

/** The measures that only initiatives have; every other measure ranks axes. */
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
      ...options.measure(
        LOOKED_UP,
        'Per che cosa: certificato, tasso di pagamento, destinatari…',
        'By what: certified, payment rate, participants…',
      ),
      required: true,
    },
    of: {
      kind: 'kind',
      text: {
        it: {
          name: 'cosa',
          description: 'Assi, priorità, iniziative, indicatori, fonti; quel che ha la misura se non indicato',
        },
        en: {
          name: 'of',
          description:
            'Axes, priorities, initiatives, indicators, sources; what has the measure if not given',
        },
      },
    },
    axis: options.axis('Solo fra quel che è di questo asse', 'Only among what is of this axis'),
    priority: options.priority(
      'Solo fra quel che è di questa priorità d’investimento',
      'Only among what is of this investment priority',
    ),
    order: options.order(
      'Dal più alto (predefinito) o dal più basso',
      'Highest first (default) or lowest first',
    ),
    top: options.top,
    except: options.except(['axis', 'priority', 'initiative', 'indicator', 'funding-source']),
    above: options.above,
    below: options.below,
  },
  heard: { it: [], en: [] },
  asked: {
    needs: ['option:order', 'option:top', 'option:of+option:above', 'option:of+option:below'],
    takes: [
      'list',
      'money',
      'how-much',
      'axis',
      'each-axis',
      'rate',
      'percent',
      'share',
      'who',
      'compare',
      'confirm',
    ],
    means: [],
  },
  answer({ options, ...shelf }) {
    const asked = (options.measure ?? []).slice(0, MOST_MEASURES);
    const people = asked.filter((measure) => PEOPLE.includes(measure));
    const byShare = people.length > 0 && asked.includes('share');
    const measures = byShare ? people : asked;
    const kind = options.of ?? usualKind(measures[0]);
    const within = [...(options.axis ?? []), ...(options.priority ?? [])];
    const limits = limitsOf(options);
    const [claimed, ...more] = kind === 'axis' ? (options.axis ?? []) : [];
    const claim = claimed && more.length === 0 && !limits.above && !limits.below ? claimed : null;
    const subjects = thingsOf(shelf.dataset, kind)
      .filter((subject) => claim !== null || isWithin(subject, within))
      .filter((subject) => !isExcepted(limits, subject))
      .filter((subject) => subject.kind !== 'indicator' || subject.record.kind === 'result');
    const verdicts = measures.map((measure) =>
      judged(ranked(shelf, subjects, measure, limits.order, byShare), limits, subjects.length === 1),
    );
    const asOf = shelf.snapshot.date;
    const absences = kind === 'initiative' ? [] : lookupAll(shelf, subjects, measures).absences;
    const targets = measures[0] === 'value' ? subjects.flatMap((one) => lookup(shelf, one, 'target')) : [];
    const facts = verdicts.flatMap((verdict) =>
      factsWithin(
        verdict,
        verdict.kept.map(([fact]) => fact),
      ),
    );
    const all = verdicts.every(({ outcome }) => outcome === 'none');
    const some = verdicts.filter(({ outcome }) => all || outcome !== 'none');
    return {
      facts,
      absences,
      measures,
      kind,
      within: claim ? [] : within,
      claimed: claim,
      asOf,
      targets,
      judged: some[0],
    };
  },
  present: rankingCard,
  chart: rankingChart,
});

/** In order, each thing in the unit of the first one, or in percent, with its other units beside it. */
function ranked(
  shelf: Shelf,
  subjects: readonly Subject[],
  measure: Measure,
  order: 'highest' | 'lowest',
  byShare: boolean,
): readonly Figures[] {
  const figures = subjects.flatMap((subject) => {
    const found = lookup(shelf, subject, measure);
    const isShare = ({ unit }: Fact) => unit === 'percent';
    return figuresOf(byShare ? [...found.filter(isShare), ...found.filter((fact) => !isShare(fact))] : found);
  });
  const unit = figures[0]?.[0].unit;
  return inOrder(
    figures.filter(([first]) => first.unit === unit),
    order,
  );
}

function usualKind(measure: Measure | undefined): RankedKind {
  if (measure && OF_INITIATIVES.includes(measure)) return 'initiative';
  return measure && INDICATOR_MEASURES.includes(measure) ? 'indicator' : 'axis';
}
