import type { Subject } from '../model/dataset.ts';
import { percentage, sum } from '../model/decimal.ts';
import { type DerivedFact, derivedFact, type Fact } from '../model/facts.ts';
import { type Measure, type Operation, PEOPLE } from '../model/measures.ts';
import { ratePlaces } from './derive.ts';
import { compared, comparedWithin } from './difference.ts';
import { groupOf } from './group.ts';
import { roundedMillions } from './inMillions.ts';
import { lookup } from './lookup.ts';
import { alike, plus, type Shelf } from './printed.ts';
import { wholeOf } from './things.ts';

export type Operands = { readonly subjects: readonly Subject[]; readonly measures: readonly Measure[] };

/** What was computed of things and measures, and the operations that could not be done with them. */
export type Operated = { readonly facts: readonly Fact[]; readonly undone: readonly Operation[] };

export function operated(shelf: Shelf, operations: readonly Operation[], operands: Operands): Operated {
  const done = operations.map((operation) => ({ operation, facts: OPERATE[operation](shelf, operands) }));
  return {
    facts: done.flatMap(({ facts }) => facts),
    undone: done.filter(({ facts }) => facts.length === 0).map(({ operation }) => operation),
  };
}

const OPERATE: Readonly<Record<Operation, (shelf: Shelf, operands: Operands) => readonly Fact[]>> = {
  difference: differences,
  sum: (shelf, { subjects, measures }) => measures.flatMap((measure) => sumOf(shelf, subjects, measure)),
  ratio: ratios,
  'share-of-total': (shelf, { subjects, measures }) =>
    subjects.flatMap((subject) => measures.flatMap((measure) => shareOfTotal(shelf, subject, measure))),
  // Between two dates: changes.ts.
  growth: () => [],
};

/** Two amounts of each thing, or one measure of two things. */
function differences(shelf: Shelf, { subjects, measures }: Operands): readonly Fact[] {
  const of = (subject: Subject) => measures.flatMap((measure) => lookup(shelf, subject, measure));
  if (measures.length === 2) return subjects.flatMap((subject) => comparedWithin(of(subject)));
  return measures.length === 1 && subjects.length === 2 ? compared(subjects.flatMap(of)) : [];
}

/** Of the same measure of several things of one kind, all of which have it; empty for percentages, which add up to nothing. */
export function sumOf(shelf: Shelf, subjects: readonly Subject[], measure: Measure): readonly DerivedFact[] {
  const terms = alike(subjects.map((subject) => lookup(shelf, subject, measure)));
  const [first, second, ...others] = terms ?? [];
  const group = groupOf(subjects);
  const ofOneKind = new Set(subjects.map(({ kind }) => kind)).size === 1;
  if (!first || !second || !group || !ofOneKind) return [];
  const all = [first, second, ...others] as const;
  const value = sum(all.map((term) => term.value));
  const total = first.unit === 'EUR' ? roundedMillions(value, plus(all)) : { value, formula: plus(all) };
  return [derivedFact(all, { subject: group, measure: 'sum', ...total, operands: all })];
}

/** The first of two measures on the second, of each thing; or one measure of the first of two things on the second's. */
function ratios(shelf: Shelf, { subjects, measures }: Operands): readonly Fact[] {
  const [top, bottom, ...more] = measures;
  const [one, other, ...rest] = subjects;
  if (top && bottom && more.length === 0)
    return subjects.flatMap((each) => partOf('ratio', lookup(shelf, each, top), lookup(shelf, each, bottom)));
  if (!top || bottom || !one || !other || rest.length > 0) return [];
  return partOf('ratio', lookup(shelf, one, top), lookup(shelf, other, top));
}

/** In percent, with one decimal; with none where a printed amount has none. Counts are exact. */
function partOf(measure: Measure, parts: readonly Fact[], wholes: readonly Fact[]): readonly DerivedFact[] {
  const [part, whole] = alike([parts, wholes]) ?? [];
  if (!part || !whole) return [];
  const places = part.unit === 'count' ? 1 : ratePlaces(part.value, whole.value);
  const value = percentage(part.value, whole.value, places);
  if (!value) return [];
  const formula = [part.value, ' ÷ ', whole.value, ' × 100'];
  return [derivedFact([part, whole], { measure, value, unit: 'percent', formula, operands: [part, whole] })];
}

function shareOfTotal(shelf: Shelf, subject: Subject, measure: Measure): readonly Fact[] {
  const parts = lookup(shelf, subject, measure);
  const totals = totalsOf(shelf, subject, measure).map(([whole, by]) => lookup(shelf, whole, by));
  return (
    totals.map((wholes) => partOf('share-of-total', parts, wholes)).find(({ length }) => length > 0) ?? []
  );
}

type Total = readonly [Subject, Measure];

/** What a figure may be a part of, the likeliest first: never itself, nor what leaves it out. */
function totalsOf({ dataset, snapshot }: Shelf, subject: Subject, measure: Measure): readonly Total[] {
  const [programme] = wholeOf(dataset);
  const axis = 'axis' in subject.record ? dataset.subjects.get(subject.record.axis) : undefined;
  const everyone = measure.startsWith('vulnerable-') ? 'participants-vulnerable' : 'participants';
  const people = PEOPLE.includes(measure) && measure !== everyone;
  const isOutside = (whole: Subject) =>
    snapshot.excluded.some(
      (rule) => rule.subject === whole && rule.measure === measure && rule.amount.subject === subject,
    );
  const wholes = subject.kind === 'initiative' ? [axis] : [axis, programme];
  return [
    ...wholes.flatMap((whole): readonly Total[] =>
      whole && whole !== subject && !isOutside(whole) ? [[whole, measure]] : [],
    ),
    ...(people ? [[subject, everyone] as const] : []),
  ];
}
