import type { Dataset, Snapshot, Subject } from './dataset.ts';
import { derive } from './derive.ts';
import { type Fact, type PublishedFact, publishedFact } from './facts.ts';
import type { Measure } from './measures.ts';

/** Asked for, and neither printed in the snapshot nor to be computed from it; `nearest` is what it has instead. */
export type Absence = {
  readonly subject: Subject;
  readonly measure: Measure;
  readonly asOf: string;
  readonly nearest: readonly Fact[];
};

/** Where figures are looked up: one snapshot of one dataset. */
export type Shelf = { readonly dataset: Dataset; readonly snapshot: Snapshot };

/** The printed figures of one measure of one subject, in every unit in which it is printed. */
export function published({ snapshot }: Shelf, subject: Subject, measure: Measure): readonly PublishedFact[] {
  const outside = snapshot.excluded
    .filter((rule) => rule.subject.id === subject.id && rule.measure === measure)
    .map((rule) => rule.note);
  return snapshot.figures
    .filter((figure) => figure.subject.id === subject.id && figure.measure === measure)
    .map((figure) => publishedFact(figure, outside));
}

/** Printed figures first, then what can be computed from them; empty where the source says nothing. */
export function lookup(shelf: Shelf, subject: Subject, measure: Measure): readonly Fact[] {
  const printed = published(shelf, subject, measure);
  return [...printed, ...derive(shelf, subject, measure, printed)];
}

/** Every printed figure of a subject, in the order of the dataset. */
export function everyFigure({ snapshot }: Shelf, subject: Subject): readonly PublishedFact[] {
  return snapshot.figures
    .filter((figure) => figure.subject.id === subject.id)
    .map((figure) => publishedFact(figure));
}

/** Looks up every pair; what is missing comes back as absences, never as zeros. */
export function lookupAll(
  shelf: Shelf,
  subjects: readonly Subject[],
  measures: readonly Measure[],
): { readonly facts: readonly Fact[]; readonly absences: readonly Absence[] } {
  const pairs = subjects.flatMap((subject) => measures.map((measure) => ({ subject, measure })));
  const found = pairs.map((pair) => ({ ...pair, facts: lookup(shelf, pair.subject, pair.measure) }));
  const asOf = shelf.snapshot.date;
  return {
    facts: found.flatMap(({ facts }) => facts),
    absences: found
      .filter(({ facts }) => facts.length === 0)
      .map(({ subject, measure }) => ({ subject, measure, asOf, nearest: everyFigure(shelf, subject) })),
  };
}
