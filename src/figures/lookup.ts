import type { Dataset, Snapshot, Subject } from '../model/dataset.ts';
import { type Fact, ofParts } from '../model/facts.ts';
import { AXIS_MONEY, isAxisMoney, type Measure, PEOPLE, PEOPLE_BY_CODE } from '../model/measures.ts';
import { derive } from './derive.ts';
import { inMillions } from './inMillions.ts';
import { everyFigure, published, type Shelf } from './printed.ts';

/** Asked for, and neither printed in the snapshot nor to be computed from it; `nearest` is what it has instead. */
export type Absence = {
  readonly subject: Subject;
  readonly measure: Measure;
  readonly asOf: string;
  readonly nearest: readonly Fact[];
  /** The dates that do have it, from the oldest. */
  readonly elsewhere?: readonly string[];
};

/**
 * Printed figures first, then what can be computed from them; empty where the source says nothing.
 * Money is said in millions first, printed or computed, whatever else it is printed in.
 */
export function lookup(shelf: Shelf, subject: Subject, measure: Measure): readonly Fact[] {
  const known = knownOf(shelf, subject);
  const facts = known.get(measure) ?? found(shelf, subject, measure);
  known.set(measure, facts);
  return facts;
}

/** A dataset never changes: what one question had to look up and compute, all that follow have at hand. */
type OfSubject = Map<Measure, readonly Fact[]>;
type OfSnapshot = WeakMap<Subject, OfSubject>;
const looked = new WeakMap<Dataset, WeakMap<Snapshot, OfSnapshot>>();

function knownOf({ dataset, snapshot }: Shelf, subject: Subject): OfSubject {
  const ofDataset = looked.get(dataset) ?? new WeakMap<Snapshot, OfSnapshot>();
  looked.set(dataset, ofDataset);
  const ofSnapshot = ofDataset.get(snapshot) ?? new WeakMap<Subject, OfSubject>();
  ofDataset.set(snapshot, ofSnapshot);
  const ofSubject = ofSnapshot.get(subject) ?? new Map();
  ofSnapshot.set(subject, ofSubject);
  return ofSubject;
}

function found(shelf: Shelf, subject: Subject, measure: Measure): readonly Fact[] {
  const printed = published(shelf, subject, measure);
  const derived = derive({ ...shelf, lookup }, subject, measure, printed);
  return inMillions(measure, [...printed, ...derived].map(ofParts));
}

/** The people of an output indicator's axis that another document counts under the same code: CO01 is the unemployed. */
function countedElsewhere(shelf: Shelf, subject: Subject): readonly Fact[] {
  if (subject.kind !== 'indicator') return [];
  const measure = PEOPLE_BY_CODE[subject.record.code ?? ''];
  const axis = shelf.dataset.subjects.get(subject.record.axis);
  return measure && axis ? lookup(shelf, axis, measure) : [];
}

/**
 * What is printed of a subject, its money as `lookup` says it; the programme's may be known from its axes alone.
 * Instead of people other people are named, printed or counted together, and only without any the rest.
 */
function nearestOf(shelf: Shelf, subject: Subject, measure: Measure): readonly Fact[] {
  const people = PEOPLE.includes(measure) ? PEOPLE.flatMap((group) => lookup(shelf, subject, group)) : [];
  if (people.length > 0) return people;
  const counted = countedElsewhere(shelf, subject);
  if (counted.length > 0) return counted;
  const printed = everyFigure(shelf, subject);
  const known = [
    ...printed.map(({ measure }) => measure),
    ...(subject.kind === 'programme' ? AXIS_MONEY : []),
  ];
  return [...new Set(known)].flatMap((each) =>
    isAxisMoney(each) ? lookup(shelf, subject, each) : printed.filter((figure) => figure.measure === each),
  );
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
      .map(({ subject, measure }) => ({
        subject,
        measure,
        asOf,
        nearest: nearestOf(shelf, subject, measure),
        elsewhere: datesOf(shelf.dataset, subject, measure),
      })),
  };
}

/** Everything that other dates have of a subject of which this one has nothing. */
export function onlyElsewhere({ dataset, snapshot }: Shelf, subject: Subject): readonly Absence[] {
  const printed = dataset.snapshots.flatMap((each) => everyFigure({ dataset, snapshot: each }, subject));
  return [...new Set(printed.map(({ measure }) => measure))].map((measure) => ({
    subject,
    measure,
    asOf: snapshot.date,
    nearest: [],
    elsewhere: datesOf(dataset, subject, measure),
  }));
}

/** Whether a snapshot says anything of a subject, in figures or in words. */
export function speaksOf({ figures, remarks }: Snapshot, subject: Subject): boolean {
  return [...figures, ...remarks].some((each) => each.subject.id === subject.id);
}

function datesOf(dataset: Dataset, subject: Subject, measure: Measure): readonly string[] {
  return dataset.snapshots
    .filter((snapshot) => lookup({ dataset, snapshot }, subject, measure).length > 0)
    .map(({ date }) => date);
}
