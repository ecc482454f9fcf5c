import { isSaidTwice } from '../figures/changes.ts';
import { differenceFact } from '../figures/difference.ts';
import { counted, FAMILIES, type FigureChange, type FigureChanges } from '../figures/figureChange.ts';
import { readingOf } from '../figures/inMillions.ts';
import { published, type Shelf } from '../figures/printed.ts';
import type { Subject } from '../model/dataset.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Fact } from '../model/facts.ts';
import { PUBLISHED_MEASURES, type PublishedMeasure, type Unit } from '../model/measures.ts';

/**
 * From earlier dates to a later one, as people say it: money in millions where that tells, whichever document prints
 * it. Each figure is compared with the first of the earlier shelves that has it.
 */
export function movedFigures(earlier: readonly Shelf[], later: Shelf): FigureChanges {
  const shelves = [...earlier, later];
  const subjects = new Map(shelves.flatMap(({ dataset }) => [...dataset.subjects]));
  for (const [id, subject] of later.dataset.subjects) subjects.set(id, subject);
  const all = [...subjects.values()].flatMap((subject) =>
    measuresOf(shelves, subject).flatMap((measure) => {
      const befores =
        earlier.map((shelf) => spoken(shelf, subject, measure)).find((facts) => facts.length > 0) ?? [];
      return comparisons(subject, measure, befores, spoken(later, subject, measure));
    }),
  );
  return counted(all);
}

function measuresOf(shelves: readonly Shelf[], { id }: Subject): readonly PublishedMeasure[] {
  const known = new Set(
    shelves.flatMap(({ snapshot }) =>
      snapshot.figures.filter(({ subject }) => subject.id === id).map(({ measure }) => measure),
    ),
  );
  return PUBLISHED_MEASURES.filter((measure) => known.has(measure));
}

/** What is printed, its euros also read in millions where no millions are. */
function spoken(shelf: Shelf, subject: Subject, measure: PublishedMeasure): readonly Fact[] {
  const facts = published(shelf, subject, measure);
  const euros = facts.find(({ unit }) => unit === 'EUR');
  return euros && !facts.some(({ unit }) => unit === 'MEUR') ? [readingOf(euros), ...facts] : facts;
}

function comparisons(
  subject: Subject,
  measure: PublishedMeasure,
  befores: readonly Fact[],
  afters: readonly Fact[],
): readonly FigureChange[] {
  return FAMILIES.flatMap((units): readonly FigureChange[] => {
    const both = units.flatMap((unit) => {
      const [before, after] = [befores, afters].map((facts) => facts.find((fact) => fact.unit === unit));
      return before && after
        ? [
            {
              before,
              after,
              difference: differenceFact({ fact: after, all: afters }, { fact: before, all: befores }).value,
            },
          ]
        : [];
    });
    const unmoved = isSaidTwice(ofUnits(befores, units), ofUnits(afters, units));
    const [first] = both;
    if (first && unmoved) return [{ subject, measure, ...first, difference: NOTHING, restated: [] }];
    const telling = both.find((pair) => pair.difference?.units !== 0n) ?? first;
    if (telling) return [{ subject, measure, ...telling, restated: [] }];
    const [before, after] = [befores, afters].map(
      (facts) => facts.find(({ unit }) => units.includes(unit)) ?? null,
    );
    if (!before && !after) return [];
    return [
      { subject, measure, before: before ?? null, after: after ?? null, difference: null, restated: [] },
    ];
  });
}

const NOTHING: Decimal = { units: 0n, places: 0 };

function ofUnits(facts: readonly Fact[], units: readonly Unit[]): readonly Fact[] {
  return facts.filter(({ unit }) => units.includes(unit));
}
