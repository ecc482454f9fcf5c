import type { Dataset, Snapshot, Subject } from './dataset.ts';
import { type Decimal, difference, saysTheSame } from './decimal.ts';
import { type DerivedFact, derivedFact, type Fact } from './facts.ts';
import { millionsOf } from './inMillions.ts';
import { lookup } from './lookup.ts';
import type { Measure } from './measures.ts';

/** One figure at two dates; null where a date does not have it, and no difference unless both do and it moved. */
export type Change = {
  readonly subject: Subject;
  readonly measure: Measure;
  readonly before: Fact | null;
  readonly after: Fact | null;
  readonly difference: DerivedFact | null;
  readonly moved: boolean;
};

export type Span = { readonly earlier: Snapshot; readonly later: Snapshot };

/** Figures that either date has, subject by subject. */
export function changesBetween(
  dataset: Dataset,
  { earlier, later }: Span,
  subjects: readonly Subject[],
  measures: readonly Measure[],
): readonly Change[] {
  return subjects.flatMap((subject) =>
    measures.flatMap((measure) => {
      const befores = lookup({ dataset, snapshot: earlier }, subject, measure);
      const afters = lookup({ dataset, snapshot: later }, subject, measure);
      const before = befores[0] ?? null;
      const after = afters.find(({ unit }) => unit === before?.unit) ?? afters[0] ?? null;
      if (!before && !after) return [];
      const moved = !isSaidTwice(befores, afters);
      const difference = moved ? differenceOf(before, after) : null;
      return [{ subject, measure, before, after, difference, moved }];
    }),
  );
}

/** A figure that one date prints exactly and the other rounded or cut has not moved: 970.474.516 € and 970,4 Mln €. */
function isSaidTwice(befores: readonly Fact[], afters: readonly Fact[]): boolean {
  const [one, other] = [finest(befores), finest(afters)];
  return one !== null && other !== null && saysTheSame(one, other);
}

/** The most precise figure, money in millions; null where there is none. */
function finest(facts: readonly Fact[]): Decimal | null {
  const euros = facts.find(({ unit }) => unit === 'EUR');
  const millions = facts.find(({ unit }) => unit === 'MEUR');
  return euros ? millionsOf(euros.value) : ((millions ?? facts[0])?.value ?? null);
}

function differenceOf(before: Fact | null, after: Fact | null): DerivedFact | null {
  if (!before || !after || before.unit !== after.unit) return null;
  const value = difference(after.value, before.value);
  return derivedFact([after, before], {
    measure: 'difference',
    value,
    formula: [after.value, ' − ', before.value],
  });
}

/** The last date before this one that has any of these figures. */
export function comparableBefore(
  dataset: Dataset,
  to: Snapshot,
  subjects: readonly Subject[],
  measures: readonly Measure[],
): Snapshot | undefined {
  return dataset.snapshots.findLast(
    (snapshot) =>
      snapshot.date < to.date &&
      subjects.some((subject) =>
        measures.some((measure) => lookup({ dataset, snapshot }, subject, measure).length > 0),
      ),
  );
}

/** One measure of one subject at every date that has it, from the oldest. */
export function history(dataset: Dataset, subject: Subject, measure: Measure): readonly Fact[] {
  return dataset.snapshots.flatMap((snapshot) => lookup({ dataset, snapshot }, subject, measure)[0] ?? []);
}
