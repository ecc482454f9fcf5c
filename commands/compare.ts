import { comparisonChart } from '../src/cards/charts/comparison.ts';
import { comparisonCard } from '../src/cards/comparison.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options/options.ts';
import { compared } from '../src/figures/difference.ts';
import { lookupAll } from '../src/figures/lookup.ts';
import { operated } from '../src/figures/operations.ts';
import { alike, inUnit } from '../src/figures/printed.ts';
import type { Subject } from '../src/model/dataset.ts';
import { compare } from '../src/model/decimal.ts';
import type { Fact } from '../src/model/facts.ts';
import { CASCADE, INDICATOR_MEASURES, LOOKED_UP, type Measure, parted } from '../src/model/measures.ts';

const OF_AXES: readonly Measure[] = [...CASCADE, 'participants'];
const OF_SOURCES: readonly Measure[] = ['allocation', 'share'];

export default defineCommand({
  text: {
    it: { name: 'confronta', description: 'Due o più assi, iniziative, indicatori o fonti, fianco a fianco' },
    en: { name: 'compare', description: 'Two or more axes, initiatives, indicators or sources side by side' },
  },
  options: {
    first: {
      kind: 'thing',
      required: true,
      text: {
        it: { name: 'primo', description: 'Che cosa confrontare: asse, iniziativa, indicatore, fonte' },
        en: { name: 'first', description: 'What to compare: axis, initiative, indicator, source' },
      },
    },
    second: {
      kind: 'thing',
      required: true,
      text: {
        it: { name: 'secondo', description: 'Con che cosa, dello stesso tipo' },
        en: { name: 'second', description: 'With what, of the same kind' },
      },
    },
    measure: options.measure(
      [...LOOKED_UP, 'difference', 'sum', 'ratio', 'share-of-total'],
      'Una sola misura; tutte se non indicata',
      'One measure only; all of them if not given',
    ),
    order: options.order(
      'Il primo è sopra (alto) o sotto (basso) il secondo? Sì o no',
      'Is the first above (highest) or below (lowest) the second? Yes or no',
    ),
  },
  heard: { it: [], en: [] },
  asked: {
    needs: ['compare', 'difference', 'ratio', 'above', 'below', 'both', 'multiple'],
    takes: ['compare', 'difference', 'above', 'below', 'both', 'money', 'how-much', 'confirm'],
    means: ['compare'],
  },
  answer({ options, ...shelf }) {
    const subjects = [...new Set([...(options.first ?? []), ...(options.second ?? [])])];
    const kind = subjects[0]?.kind;
    const usual =
      kind === 'indicator' ? INDICATOR_MEASURES : kind === 'funding-source' ? OF_SOURCES : OF_AXES;
    const asked = options.measure ? parted(options.measure) : null;
    const named = asked && asked.measures.length > 0 ? asked.measures : null;
    const measures = named ?? (kind === 'initiative' ? LOOKED_UP : usual);
    const ofOneKind = subjects.every((subject) => subject.kind === kind);
    const { facts, absences } = lookupAll(shelf, ofOneKind ? subjects : [], measures);
    const differences = named && subjects.length === 2 ? compared(facts) : [];
    const operations = (asked?.operations ?? []).filter((operation) => operation !== 'difference');
    const computed = operated(shelf, ofOneKind ? operations : [], { subjects, measures: named ?? [] });
    return {
      facts: [...facts, ...differences, ...computed.facts],
      undone: computed.undone,
      absences: named ? absences : [],
      subjects,
      measures: named ?? [],
      asOf: shelf.snapshot.date,
      alike: ofOneKind,
      holds: named?.length === 1 && options.order ? isBefore(facts, options) : null,
    };
  },
  present: comparisonCard,
  chart: comparisonChart,
});

type Sides = {
  readonly first: readonly Subject[] | undefined;
  readonly second: readonly Subject[] | undefined;
  readonly order: 'highest' | 'lowest' | undefined;
};

/** Whether each first thing is above, or below, each second one; null where one of them has no figure. */
function isBefore(facts: readonly Fact[], { first = [], second = [], order }: Sides): boolean | null {
  const sides = [first, second].map((side) =>
    side.map((subject) => facts.filter((fact) => fact.subject === subject)),
  );
  const figures = alike(sides.flat()) ?? percentages(sides.flat());
  if (!figures) return null;
  const [ones, others] = [figures.slice(0, first.length), figures.slice(first.length)];
  const sign = order === 'lowest' ? -1 : 1;
  return ones.every((one) => others.every((other) => compare(one.value, other.value) * sign > 0));
}

function percentages(lists: readonly (readonly Fact[])[]): readonly Fact[] | null {
  const found = lists.flatMap((facts) => inUnit(facts, 'percent') ?? []);
  return found.length === lists.length ? found : null;
}
