import { type Comparison, compared } from '../figures/changes.ts';
import { millionsFirst } from '../figures/inMillions.ts';
import { published, type Shelf } from '../figures/printed.ts';
import type { Subject } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import { PUBLISHED_MEASURES, type PublishedMeasure, type Unit } from '../model/measures.ts';
import type { FigureChange } from './changes.ts';

/** Units that say the same. */
const FAMILIES: readonly (readonly Unit[])[] = [['MEUR', 'EUR'], ['count'], ['percent']];

/**
 * From earlier dates to a later one, as people say it: money in millions where that tells, whichever document prints
 * it. Each figure is compared with the first of the earlier shelves that has it.
 */
export function movedFigures(earlier: readonly Shelf[], later: Shelf): readonly FigureChange[] {
  const subjects = new Map([...earlier, later].flatMap(({ dataset }) => [...dataset.subjects]));
  return [...subjects.values()].flatMap((subject) =>
    PUBLISHED_MEASURES.flatMap((measure) => {
      const factsOn = (shelf: Shelf) => millionsFirst(published(shelf, subject, measure));
      const befores = earlier.map(factsOn).find((facts) => facts.length > 0) ?? [];
      return comparisons(befores, factsOn(later)).map((each) => figureChange(subject, measure, each));
    }),
  );
}

/** One comparison for each family of units that either side has. */
function comparisons(befores: readonly Fact[], afters: readonly Fact[]): readonly Comparison[] {
  return FAMILIES.map((units) => {
    const [old, now] = [befores, afters].map((facts) => facts.filter(({ unit }) => units.includes(unit)));
    return compared(old ?? [], now ?? []);
  }).filter(({ before, after }) => before !== null || after !== null);
}

function figureChange(subject: Subject, measure: PublishedMeasure, comparison: Comparison): FigureChange {
  const { before, after, difference, moved } = comparison;
  const by = moved ? (difference?.value ?? null) : { units: 0n, places: after?.value.places ?? 0 };
  return { subject, measure, before, after, difference: by, restated: [] };
}
