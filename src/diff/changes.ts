import type { Subject } from '../model/dataset.ts';
import type { Renaming } from '../model/datedNames.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Fact } from '../model/facts.ts';
import type { PublishedMeasure } from '../model/measures.ts';
import type { Bilingual, ProgrammeFile, SnapshotFile } from '../model/schema.ts';

/** The lists of programme.json whose records have ids. */
export const RECORD_LISTS = [
  'axes',
  'priorities',
  'indicators',
  'initiatives',
  'fundingSources',
  'documents',
  'glossary',
  'absent',
] as const;

type Scalar = string | number | boolean | null;

/** One field of a record: texts added to and removed from a list, or one value in the place of another. */
export type FieldChange =
  | { readonly field: string; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly field: string; readonly before: Scalar; readonly after: Scalar };

export type RecordChange = {
  /** `programme` is what programme.json says of the programme itself. */
  readonly list: 'programme' | (typeof RECORD_LISTS)[number];
  readonly id: string;
  readonly name: Bilingual;
  readonly kind: 'new' | 'gone' | 'changed';
  readonly fields: readonly FieldChange[];
};

/** What a snapshot says of a figure beside its value, where that changed. */
export type Restated = {
  readonly aspect: 'document' | 'page' | 'printed' | 'quote' | 'also' | 'note';
  readonly before: string | null;
  readonly after: string | null;
};

/** A figure on both sides, or on one; the difference is null unless both figures are in one unit. */
export type FigureChange = {
  readonly subject: Subject;
  readonly measure: PublishedMeasure;
  readonly before: Fact | null;
  readonly after: Fact | null;
  readonly difference: Decimal | null;
  readonly restated: readonly Restated[];
};

/** A note of a snapshot by its key; null where that side has none. */
export type NoteChange = {
  readonly key: string;
  readonly before: Bilingual | null;
  readonly after: Bilingual | null;
};

/** The rows that are only on the new side, and those that are only on the old side. */
export type Lists<T> = { readonly added: readonly T[]; readonly removed: readonly T[] };

export type Exception = SnapshotFile['exceptions'][number];
export type RemarkText = { readonly subject: string; readonly text: Bilingual; readonly quote: string };

/**
 * `corrected`: one date, as both sides have it. `new`: a date that only the new side has, each figure beside that of
 * the date before of its kind, else of the last date that has it; what only that date before has, has gone. `gone`: a date that only the old side has. `moved`: from one date to another.
 */
export type DateDiff = {
  readonly kind: 'corrected' | 'new' | 'gone' | 'moved';
  /** ISO dates; `from` is null where nothing is compared. */
  readonly from: string | null;
  readonly to: string;
  readonly changes: readonly FigureChange[];
  readonly unchanged: number;
  /** Of a new date: how many figures it has; one printed in euros and in millions is one. */
  readonly figures?: number;
  /** Whether the date became, or ceased to be, partial; null where it did not change. */
  readonly partial: boolean | null;
  readonly remarks: Lists<RemarkText>;
  readonly exceptions: Lists<Exception>;
  readonly notes: readonly NoteChange[];
  /** What is called otherwise at `to` than at `from`. */
  readonly renamed: readonly Renaming[];
};

/** One side of a comparison: a dataset, or one date of a dataset. */
export type Side = {
  readonly version: string;
  readonly dates: readonly string[];
  readonly programme: ProgrammeFile;
};

export type Diff = {
  readonly old: Side;
  readonly new: Side;
  readonly records: readonly RecordChange[];
  readonly dates: readonly DateDiff[];
};

/** A date that comes or goes is one change more than its figures. */
export function countOf({ kind, changes, partial, remarks, exceptions, notes, renamed }: DateDiff): number {
  const lists = [
    changes,
    notes,
    renamed,
    remarks.added,
    remarks.removed,
    exceptions.added,
    exceptions.removed,
  ];
  const whole = kind === 'new' || kind === 'gone' ? 1 : 0;
  return lists.reduce((sum, list) => sum + list.length, whole + (partial === null ? 0 : 1));
}
