import type { Subject } from '../model/dataset.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Fact } from '../model/facts.ts';
import type { PublishedMeasure, Unit } from '../model/measures.ts';

/** What is said of a figure beside its value, where that changed. */
export type Restated = {
  readonly aspect: 'document' | 'page' | 'printed' | 'quote' | 'also' | 'note';
  readonly before: string | null;
  readonly after: string | null;
};

/** A figure on both sides, or on one; the difference is null unless both are in one unit. */
export type FigureChange = {
  readonly subject: Subject;
  readonly measure: PublishedMeasure;
  readonly before: Fact | null;
  readonly after: Fact | null;
  readonly difference: Decimal | null;
  readonly restated: readonly Restated[];
};

export type FigureChanges = { readonly changes: readonly FigureChange[]; readonly unchanged: number };

/** Units that say the same, the shortest first. */
export const FAMILIES: readonly (readonly Unit[])[] = [['MEUR', 'EUR'], ['count'], ['percent']];

/** Without the figures that stayed as they were, which are only counted. */
export function counted(all: readonly FigureChange[]): FigureChanges {
  const same = ({ before, after, difference: by, restated }: FigureChange) =>
    before !== null && after !== null && by?.units === 0n && restated.length === 0;
  const changes = all.filter((change) => !same(change));
  return { changes, unchanged: all.length - changes.length };
}
