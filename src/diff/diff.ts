import type { Dataset, Snapshot } from '../model/dataset.ts';
import { renamedBetween } from '../model/datedNames.ts';
import {
  countOf,
  type DateDiff,
  type Diff,
  type FigureChange,
  type Lists,
  type NoteChange,
  type Side,
} from './changes.ts';
import { correctedFigures } from './correctedFigures.ts';
import { movedFigures } from './movedFigures.ts';
import { recordChanges } from './records.ts';

/** What changed from one dataset to another: records, then date by date. Empty lists where nothing did. */
export function diffDatasets(before: Dataset, after: Dataset): Diff {
  const dates = [...new Set([...before.snapshots, ...after.snapshots].map(({ date }) => date))].sort();
  const at = (dataset: Dataset, date: string) => dataset.snapshots.find((snapshot) => snapshot.date === date);
  return {
    old: sideOf(before, before.snapshots),
    new: sideOf(after, after.snapshots),
    records: recordChanges(before.programme, after.programme),
    dates: dates.flatMap((date): readonly DateDiff[] => {
      const [was, is] = [at(before, date), at(after, date)];
      if (was && is) return ifAny(corrected(was, is));
      if (is) return [added(after, is)];
      return was ? [{ ...NOTHING, kind: 'gone', from: null, to: date, unchanged: was.figures.length }] : [];
    }),
  };
}

/** What changed from one snapshot to another, be they of one date or of two; records are not compared. */
export function diffDates(before: Dataset, was: Snapshot, after: Dataset, is: Snapshot): Diff {
  return {
    old: sideOf(before, [was]),
    new: sideOf(after, [is]),
    records: [],
    dates: ifAny(was.date === is.date ? corrected(was, is) : moved(before, was, after, is)),
  };
}

function sideOf({ version, programme }: Dataset, snapshots: readonly Snapshot[]): Side {
  return { version, programme, dates: snapshots.map(({ date }) => date) };
}

const ifAny = (date: DateDiff): readonly DateDiff[] => (countOf(date) > 0 ? [date] : []);

const NOTHING = {
  changes: [],
  unchanged: 0,
  partial: null,
  remarks: { added: [], removed: [] },
  exceptions: { added: [], removed: [] },
  notes: [],
  renamed: [],
} as const satisfies Partial<DateDiff>;

function corrected(was: Snapshot, is: Snapshot): DateDiff {
  return {
    ...NOTHING,
    kind: 'corrected',
    from: was.date,
    to: is.date,
    ...counted(correctedFigures(was, is)),
    partial: was.partial === is.partial ? null : is.partial,
    remarks: lists(remarksOf(was), remarksOf(is)),
    exceptions: lists(was.exceptions, is.exceptions),
    notes: noteChanges(was.notes, is.notes),
  };
}

function moved(before: Dataset, was: Snapshot, after: Dataset, is: Snapshot): DateDiff {
  const all = movedFigures([{ dataset: before, snapshot: was }], { dataset: after, snapshot: is });
  const renamed = renamedBetween(after.programme, was.date, is.date);
  return { ...NOTHING, kind: 'moved', from: was.date, to: is.date, ...counted(all), renamed };
}

/**
 * A report is read beside the one before of its own kind; a figure that none of its kind has, beside the last date that
 * has it.
 */
function added(dataset: Dataset, snapshot: Snapshot): DateDiff {
  const earlier = dataset.snapshots.filter(({ date }) => date < snapshot.date).toReversed();
  const alike = earlier.filter((each) => isAlike(each, snapshot));
  const order = [...alike, ...earlier.filter((each) => !alike.includes(each))];
  const shelves = order.map((each) => ({ dataset, snapshot: each }));
  const base = alike[0]?.date ?? null;
  const all = movedFigures(shelves, { dataset, snapshot });
  const { changes, unchanged } = counted(all.filter(({ before, after }) => after ?? before?.asOf === base));
  const from = base ?? commonest(changes.flatMap(({ before }) => before?.asOf ?? []));
  const figures = all.filter(({ after }) => after !== null).length;
  const renamed = from === null ? [] : renamedBetween(dataset.programme, from, snapshot.date);
  return { ...NOTHING, kind: 'new', from, to: snapshot.date, changes, unchanged, figures, renamed };
}

/** Whole ones are alike; of partial ones, those with figures of the same document. */
function isAlike(one: Snapshot, other: Snapshot): boolean {
  if (one.partial !== other.partial) return false;
  const documents = new Set(one.figures.map(({ source }) => source.document.id));
  return !one.partial || other.figures.some(({ source }) => documents.has(source.document.id));
}

/** Without the figures that stayed as they were, which are only counted. */
function counted(all: readonly FigureChange[]): Pick<DateDiff, 'changes' | 'unchanged'> {
  const changes = all.filter(({ difference, restated }) => difference?.units !== 0n || restated.length > 0);
  return { changes, unchanged: all.length - changes.length };
}

/** Of those that are as common, the latest. */
function commonest(dates: readonly string[]): string | null {
  const times = (date: string) => dates.filter((other) => other === date).length;
  return dates.toSorted((a, b) => times(b) - times(a) || b.localeCompare(a))[0] ?? null;
}

function remarksOf({ remarks }: Snapshot) {
  return remarks.map(({ subject, text, source }) => ({ subject: subject.id, text, quote: source.printed }));
}

function lists<T>(before: readonly T[], after: readonly T[]): Lists<T> {
  const missingIn = (all: readonly T[]) => {
    const texts = new Set(all.map((row) => JSON.stringify(row)));
    return (row: T) => !texts.has(JSON.stringify(row));
  };
  return { added: after.filter(missingIn(before)), removed: before.filter(missingIn(after)) };
}

function noteChanges(was: Snapshot['notes'], is: Snapshot['notes']): readonly NoteChange[] {
  return Object.keys({ ...was, ...is })
    .map((key) => ({ key, before: was[key] ?? null, after: is[key] ?? null }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}
