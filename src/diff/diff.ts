import type { FigureChange, Restated } from '../figures/figureChange.ts';
import type { Dataset, Snapshot } from '../model/dataset.ts';
import type { Bilingual, ProgrammeFile, SnapshotFile } from '../model/schema.ts';
import { correctedFigures } from './correctedFigures.ts';
import { type RecordChange, recordChanges } from './diffRecords.ts';
import { movedFigures } from './movedFigures.ts';

export type { FigureChange, RecordChange, Restated };

/** One of the two things that are compared: a dataset, or one date of it. */
export type Side = {
  readonly version: string;
  readonly dates: readonly string[];
  readonly programme: ProgrammeFile;
};

/** A note of a snapshot by its key; null where that side has none. */
export type NoteChange = {
  readonly key: string;
  readonly before: Bilingual | null;
  readonly after: Bilingual | null;
};

/** What one side has and the other has not. */
export type Lists<T> = { readonly added: readonly T[]; readonly removed: readonly T[] };

type Exception = SnapshotFile['exceptions'][number];
export type RemarkText = { readonly subject: string; readonly text: Bilingual; readonly quote: string };

/**
 * `corrected`: one date, as both sides have it. `new`: a date that only the new side has, each figure beside that of
 * the last date that has it. `gone`: a date that only the old side has. `moved`: from one date to another.
 */
export type DateDiff = {
  readonly kind: 'corrected' | 'new' | 'gone' | 'moved';
  /** ISO dates; `from` is null where nothing is compared. */
  readonly from: string | null;
  readonly to: string;
  readonly changes: readonly FigureChange[];
  readonly unchanged: number;
  /** Whether the date became, or ceased to be, partial; null where it did not change. */
  readonly partial: boolean | null;
  readonly remarks: Lists<RemarkText>;
  readonly exceptions: Lists<Exception>;
  readonly notes: readonly NoteChange[];
};

export type Diff = {
  readonly old: Side;
  readonly new: Side;
  readonly records: readonly RecordChange[];
  readonly dates: readonly DateDiff[];
};

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
      if (was && is) return [corrected(was, is)].filter(isSomething);
      if (is) return [added(after, is)];
      return was ? [{ ...NOTHING, kind: 'gone', from: null, to: date, unchanged: was.figures.length }] : [];
    }),
  };
}

/** What changed from one snapshot to another, be they of one date or of two; records are not compared. */
export function diffDates(before: Dataset, was: Snapshot, after: Dataset, is: Snapshot): Diff {
  const moved = () => {
    const figures = movedFigures([{ dataset: before, snapshot: was }], { dataset: after, snapshot: is });
    return { ...NOTHING, kind: 'moved' as const, from: was.date, to: is.date, ...figures };
  };
  const date = was.date === is.date ? corrected(was, is) : moved();
  return {
    old: sideOf(before, [was]),
    new: sideOf(after, [is]),
    records: [],
    dates: [date].filter(isSomething),
  };
}

const NOTHING = {
  changes: [],
  unchanged: 0,
  partial: null,
  remarks: { added: [], removed: [] },
  exceptions: { added: [], removed: [] },
  notes: [],
} as const satisfies Partial<DateDiff>;

function sideOf({ version, programme }: Dataset, snapshots: readonly Snapshot[]): Side {
  return { version, programme, dates: snapshots.map(({ date }) => date) };
}

function corrected(was: Snapshot, is: Snapshot): DateDiff {
  return {
    kind: 'corrected',
    from: was.date,
    to: is.date,
    ...correctedFigures(was, is),
    partial: was.partial === is.partial ? null : is.partial,
    remarks: lists(remarksOf(was), remarksOf(is)),
    exceptions: lists(was.exceptions, is.exceptions),
    notes: noteChanges(was.notes, is.notes),
  };
}

/** Against the last date that has each figure: a report is read beside the one before of its own kind. */
function added(dataset: Dataset, snapshot: Snapshot): DateDiff {
  const earlier = dataset.snapshots.filter(({ date }) => date < snapshot.date).toReversed();
  const shelves = earlier.map((each) => ({ dataset, snapshot: each }));
  const { changes, unchanged } = movedFigures(shelves, { dataset, snapshot });
  const told = changes.filter(({ after }) => after !== null);
  return {
    ...NOTHING,
    kind: 'new',
    from: commonest(told.flatMap(({ before }) => before?.asOf ?? [])),
    to: snapshot.date,
    changes: told,
    unchanged,
  };
}

/** Of those that are as common, the latest. */
function commonest(dates: readonly string[]): string | null {
  const times = (date: string) => dates.filter((other) => other === date).length;
  return [...new Set(dates)].toSorted((a, b) => times(b) - times(a) || b.localeCompare(a))[0] ?? null;
}

function remarksOf({ remarks }: Snapshot): readonly RemarkText[] {
  return remarks.map(({ subject, text, source }) => ({ subject: subject.id, text, quote: source.printed }));
}

function lists<T>(before: readonly T[], after: readonly T[]): Lists<T> {
  const [was, is] = [before, after].map((all) => new Set(all.map((one) => JSON.stringify(one))));
  return {
    added: after.filter((one) => !was?.has(JSON.stringify(one))),
    removed: before.filter((one) => !is?.has(JSON.stringify(one))),
  };
}

function noteChanges(was: Snapshot['notes'], is: Snapshot['notes']): readonly NoteChange[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((key) => ({ key, before: was[key] ?? null, after: is[key] ?? null }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

function isSomething({ changes, partial, remarks, exceptions, notes }: DateDiff): boolean {
  const all = [changes, notes, remarks.added, remarks.removed, exceptions.added, exceptions.removed];
  return partial !== null || all.some((list) => list.length > 0);
}
