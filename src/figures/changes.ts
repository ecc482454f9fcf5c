import type { Dataset, Snapshot, Subject } from '../model/dataset.ts';
import { type Decimal, saysTheSame } from '../model/decimal.ts';
import type { DerivedFact, Fact } from '../model/facts.ts';
import type { Measure } from '../model/measures.ts';
import { apart, growthFact } from './difference.ts';
import { millionsOf } from './inMillions.ts';
import { lookup } from './lookup.ts';

/** One figure at two dates; null where a date does not have it, and no difference unless both do and it moved. */
export type Comparison = {
  readonly before: Fact | null;
  readonly after: Fact | null;
  readonly difference: DerivedFact | null;
  /** In percent of the figure before; null without a difference, from zero, and of what is in percent itself. */
  readonly growth: DerivedFact | null;
  readonly moved: boolean;
};

export type Change = Comparison & { readonly subject: Subject; readonly measure: Measure };

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
      if (befores.length + afters.length === 0) return [];
      return [{ subject, measure, ...compared(befores, afters) }];
    }),
  );
}

/** One figure in every unit in which each date has it, compared in the first unit that tells that it moved. */
export function compared(befores: readonly Fact[], afters: readonly Fact[]): Comparison {
  const moved = !isSaidTwice(befores, afters);
  const all = pairs(befores, afters);
  const told = all.flatMap(([before, after]) => {
    if (!moved || !before || !after || before.unit !== after.unit) return [];
    return apart({ fact: after, all: afters }, { fact: before, all: befores }) ?? [];
  });
  const shown = told.find(({ difference }) => difference.value.units !== 0n) ?? told[0];
  if (!shown) {
    const [[before, after]] = all;
    return { before, after, difference: null, growth: null, moved };
  }
  const { before, after } = shown;
  const growth = growthFact({ fact: after, all: afters }, { fact: before, all: befores });
  return { ...shown, growth, moved };
}

type Pair = readonly [Fact | null, Fact | null];

/** The figures of both dates in the same unit, the most usual unit first; a move too small for one unit shows in the next. */
function pairs(befores: readonly Fact[], afters: readonly Fact[]): readonly [Pair, ...Pair[]] {
  const [first, ...others] = befores.flatMap((before): readonly Pair[] => {
    const after = afters.find(({ unit }) => unit === before.unit);
    return after ? [[before, after]] : [];
  });
  return first ? [first, ...others] : [[befores[0] ?? null, afters[0] ?? null]];
}

/** A figure that one date prints exactly and the other rounded or cut has not moved: 970.474.516 € and 970,4 Mln €. */
export function isSaidTwice(befores: readonly Fact[], afters: readonly Fact[]): boolean {
  const [one, other] = [finest(befores), finest(afters)];
  return one !== null && other !== null && saysTheSame(one, other);
}

/** The most precise figure, money in millions; null where there is none. */
function finest(facts: readonly Fact[]): Decimal | null {
  const euros = facts.find(({ unit }) => unit === 'EUR');
  const millions = facts.find(({ unit }) => unit === 'MEUR');
  return euros ? millionsOf(euros.value) : ((millions ?? facts[0])?.value ?? null);
}

/** Two dates that have figures in common, or the one date of which there is no other, no earlier or no later one. */
export type Dates = Span | { readonly lacking: 'other' | 'earlier' | 'later'; readonly date: string };

/**
 * The dates that a person means by one, two or none. A date to start from goes to the `usual` one or, where that is
 * not later, to the last one with such figures; a date to end at starts from the one before it that has them.
 */
export function datesBetween(
  { snapshots }: Dataset,
  asked: {
    readonly from?: Snapshot | undefined;
    readonly to?: Snapshot | undefined;
    readonly usual: Snapshot;
  },
  has: (snapshot: Snapshot) => boolean,
): Dates {
  const { from, to, usual } = asked;
  if (from && to) {
    if (from === to) return { lacking: 'other', date: from.date };
    return from.date < to.date ? { earlier: from, later: to } : { earlier: to, later: from };
  }
  if (from) {
    const later =
      usual.date > from.date ? usual : snapshots.findLast((one) => one.date > from.date && has(one));
    return later ? { earlier: from, later } : { lacking: 'later', date: from.date };
  }
  const later = to ?? usual;
  const earlier = snapshots.findLast((one) => one.date < later.date && has(one));
  return earlier ? { earlier, later } : { lacking: 'earlier', date: later.date };
}

/** One measure of one subject at every date that has it, from the oldest. */
export function history(dataset: Dataset, subject: Subject, measure: Measure): readonly Fact[] {
  return dataset.snapshots.flatMap((snapshot) => lookup({ dataset, snapshot }, subject, measure)[0] ?? []);
}
