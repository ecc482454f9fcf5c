import type { Dataset, Snapshot, Subject, SubjectKind } from '../model/dataset.ts';
import { type Renaming, renamedBetween } from '../model/datedNames.ts';
import { AXIS_MONEY, INITIATIVE_AMOUNTS, type Measure } from '../model/measures.ts';
import { type Change, changesBetween, datesBetween } from './changes.ts';
import { bySize, comparable, factsOf, isAtBoth, ofLargest } from './changesShown.ts';
import { factsWithin, figuresOf, isExcepted, type Judged, judged, type Limits } from './limits.ts';
import { lookup } from './lookup.ts';
import type { Shelf } from './printed.ts';
import { isWithin, thingsOf, wholeOf } from './things.ts';

/** The measures that are compared of each kind of thing where no measure is given. */
const USUAL = {
  programme: [...AXIS_MONEY, 'participants'],
  axis: [...AXIS_MONEY, 'participants'],
  indicator: ['value', 'output', 'participants'],
  initiative: [...INITIATIVE_AMOUNTS, 'projects'],
} as const satisfies Partial<Record<SubjectKind, readonly Measure[]>>;
const KINDS = ['programme', 'axis', 'indicator', 'initiative'] as const;

type Asked = {
  /** None where all are meant. */
  readonly axes: readonly Subject[];
  /** Undefined for what is usual of each kind of thing. */
  readonly measures: readonly Measure[] | undefined;
  /** Whether to say also by how many percent. */
  readonly grown: boolean;
  readonly limits: Limits;
  /** Undefined where the changes are no list in order. */
  readonly order: Limits['order'] | undefined;
  readonly from: Snapshot | undefined;
  readonly to: Snapshot | undefined;
};

type Compared = readonly { readonly subjects: readonly Subject[]; readonly measures: readonly Measure[] }[];

/** What changed between two dates, within limits; other figures of both dates where they have none of those asked for. */
export function changesAsked({ dataset, snapshot }: Shelf, asked: Asked) {
  const { axes, measures, grown, limits, order, from, to } = asked;
  const compared = comparedOf(dataset, asked);
  const dates = datesBetween(dataset, { from, to, usual: snapshot }, (one) => hasAny(dataset, one, compared));
  const common = { grown, axes, dates: dataset.snapshots.map(({ date }) => date) };
  if ('lacking' in dates)
    return { facts: [], ...common, judged: judged([], limits, false), ...NOTHING, lacking: dates };
  const every = compared.flatMap((each) =>
    comparable(changesBetween(dataset, dates, each.subjects, each.measures)),
  );
  const largest = measures ? ofLargest(every) : every;
  const verdict = judgedBy(largest, limits, { grown, single: axes.length === 1 && measures?.length === 1 });
  const changes = isNarrowed(verdict) ? keptOf(verdict, largest) : largest;
  const facts = factsWithin(verdict, factsOf(changes, grown));
  const without = axes.length > 0 ? axes : wholeOf(dataset);
  const silent = facts.length > 0 || verdict.outcome === 'unfit' ? [] : without;
  const instead = changesBetween(dataset, dates, silent, USUAL.axis).filter(isAtBoth);
  const nearest = factsOf(instead, false);
  return {
    facts,
    absences: silent.flatMap((subject) =>
      (measures ?? []).map((measure) => ({ subject, measure, asOf: snapshot.date, nearest })),
    ),
    ...common,
    judged: verdict,
    lacking: null,
    instead,
    changes: order ? bySize(changes, order) : changes,
    from: dates.earlier.date,
    to: dates.later.date,
    renamed: renamedWithin(dataset, dates, axes),
  };
}

const NOTHING = { changes: [], instead: [], from: '', to: '', renamed: [] };

/** Of the axes asked for and what belongs to them; of all where none is. */
function renamedWithin(
  { programme }: Dataset,
  { earlier, later }: { readonly earlier: Snapshot; readonly later: Snapshot },
  axes: readonly Subject[],
): readonly Renaming[] {
  const all = renamedBetween(programme, earlier.date, later.date);
  return axes.length === 0 ? all : all.filter(({ axis }) => axes.some(({ id }) => id === axis));
}

/** The programme is not in a list of what is part of it. */
function comparedOf(dataset: Dataset, { axes, measures, limits, order }: Asked): Compared {
  const { top, above, below } = limits;
  const listing = order !== undefined || top !== null || above !== null || below !== null;
  return KINDS.filter((kind) => !listing || kind !== 'programme').map((kind) => ({
    subjects: thingsOf(dataset, kind).filter(
      (subject) => isWithin(subject, axes) && !isExcepted(limits, subject),
    ),
    measures: measures ?? USUAL[kind],
  }));
}

function hasAny(dataset: Dataset, snapshot: Snapshot, compared: Compared): boolean {
  return compared.some(({ subjects, measures }) =>
    subjects.some((subject) =>
      measures.some((measure) => lookup({ dataset, snapshot }, subject, measure).length > 0),
    ),
  );
}

/** Judges the differences that share the unit of the first; their growth counts too, where it is asked for. */
function judgedBy(
  changes: readonly Change[],
  limits: Limits,
  { grown, single }: { readonly grown: boolean; readonly single: boolean },
): Judged {
  const moved = changes.flatMap(({ difference, growth }) =>
    figuresOf([difference, grown ? growth : null].filter((fact) => fact !== null)),
  );
  const unit = moved[0]?.[0].unit;
  const alike = moved.filter(([first]) => first.unit === unit);
  return judged(alike, limits, single && alike.length === 1, limits.top === null ? null : 'difference');
}

function isNarrowed({ outcome, limits }: Judged): boolean {
  return outcome === 'some' || (outcome === 'all' && limits.top !== null);
}

function keptOf({ kept }: Judged, changes: readonly Change[]): readonly Change[] {
  return kept.flatMap(([fact]) => changes.filter(({ difference }) => difference === fact));
}
