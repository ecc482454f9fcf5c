import type { Dataset, Snapshot, Subject } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import { grouped } from '../model/grouped.ts';
import type { Measure, Operation } from '../model/measures.ts';
import { type Figures, factsWithin, figuresOf, type Judged, judged, type Limits } from './limits.ts';
import { type Absence, lookupAll } from './lookup.ts';
import { operated } from './operations.ts';
import type { Shelf } from './printed.ts';
import { without } from './scope.ts';

type Asked = {
  readonly subjects: readonly Subject[];
  readonly measures: readonly Measure[];
  /** Of the measures, those that operations and limits are about. */
  readonly leading: readonly Measure[];
  readonly operations: readonly Operation[];
  readonly limits: Limits;
  /** What must be said beside some figures. */
  readonly beside?: (shelf: Shelf, facts: readonly Fact[]) => readonly Fact[];
};

type FiguresAsked = {
  readonly facts: readonly Fact[];
  readonly absences: readonly Absence[];
  readonly undone: readonly Operation[];
  readonly judged: Judged;
  /** What is left within the limits. */
  readonly subjects: readonly Subject[];
  /** ISO dates. */
  readonly dates: readonly string[];
};

/** The figures of some things at some dates, what was computed of them, and which are within limits. */
export function figuresAsked(dataset: Dataset, snapshots: readonly Snapshot[], asked: Asked): FiguresAsked {
  const dated = snapshots.map((snapshot) => atDate({ dataset, snapshot }, asked));
  const results = dated.flatMap((each) => each.results);
  const leading = dated.flatMap(({ facts }) => facts.filter(({ measure }) => measure === asked.leading[0]));
  const groups = measured(results.length > 0 ? results : leading);
  const single = groups.length === 1 && (results.length > 0 || asked.subjects.length === 1);
  const verdict = judged(groups, asked.limits, single);
  const dropped = verdict.outcome === 'none' ? [] : groups.filter((each) => !verdict.kept.includes(each));
  const isKept = (fact: Fact) =>
    !dropped.some(([{ subject, asOf }]) => subject.id === fact.subject.id && asOf === fact.asOf);
  const every = dated.flatMap((each) => [...each.facts, ...each.results]).filter(isKept);
  const facts = factsWithin(verdict, every);
  const limited =
    verdict.kept.length > 0 && dropped.length > 0 && results.every(({ subject }) => subject.kind !== 'group');
  return {
    facts,
    absences: dated.flatMap(({ absences }) => absences),
    undone: [...new Set(dated.flatMap(({ undone }) => undone))],
    judged: verdict,
    subjects: limited
      ? asked.subjects.filter((subject) => facts.some((fact) => fact.subject === subject))
      : asked.subjects,
    dates: snapshots.map(({ date }) => date),
  };
}

function atDate(shelf: Shelf, { subjects, measures, leading, operations, limits, beside }: Asked) {
  const { facts, absences } = lookupAll(shelf, subjects, measures);
  const operands = { subjects, measures: leading };
  const less = without(shelf, operands, limits.except);
  const computed = operated(shelf, operations, operands);
  return {
    facts: [
      ...facts,
      ...(beside?.(shelf, facts) ?? []),
      ...less.facts.filter(({ measure }) => measure !== 'difference'),
    ],
    results: [...less.facts.filter(({ measure }) => measure === 'difference'), ...computed.facts],
    absences: [...absences, ...less.absences],
    undone: computed.undone,
  };
}

/** Facts of one thing, measure and date together. */
function measured(facts: readonly Fact[]): readonly Figures[] {
  const keyOf = (fact: Fact) => {
    const of = fact.status === 'derived' ? (fact.operands?.[0]?.measure ?? '') : '';
    return [fact.subject.id, fact.measure, of, fact.asOf].join(' ');
  };
  return [...grouped(facts, keyOf).values()].flatMap(figuresOf);
}
