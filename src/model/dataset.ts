import type { Decimal } from './decimal.ts';
import type { PublishedMeasure, Unit } from './measures.ts';
import type {
  Axis,
  Bilingual,
  DocumentRecord,
  FundingSource,
  Indicator,
  Initiative,
  Note,
  Priority,
  ProgrammeFile,
  SnapshotFile,
} from './schema.ts';

/** A record as something that a figure can be about. */
type About<K extends string, R> = {
  readonly kind: K;
  readonly id: string;
  readonly record: R;
  /** What it is part of, and whose words it is spoken of in. */
  readonly programme: ProgrammeFile;
};

/** Several things as one, such as those of a sum: never in the dataset, `id` is those of its members. */
type Group = {
  readonly id: string;
  readonly name: Bilingual;
  readonly printed: string;
  readonly aliases: readonly string[];
  readonly members: readonly Subject[];
};

/** Whatever a figure can be about. Ids are unique across kinds. */
export type Subject =
  | About<'programme', ProgrammeFile>
  | About<'axis', Axis>
  | About<'priority', Priority>
  | About<'funding-source', FundingSource>
  | About<'indicator', Indicator>
  | About<'initiative', Initiative>
  | About<'group', Group>;

export type SubjectKind = Subject['kind'];

/** Where a figure stands: `printed` is the figure as the document writes it, `quote` the words around it. */
export type Citation = {
  readonly document: DocumentRecord;
  readonly page: number;
  readonly printed: string;
  readonly quote: string | null;
};

/** Rows of which a figure is the sum, and the note that says so. */
export type Sum = {
  readonly note: Note;
  readonly parts: readonly { readonly value: Decimal; readonly source: Citation }[];
};

/** A published figure; the places of `value` are those printed. */
export type Figure = {
  readonly subject: Subject;
  readonly measure: PublishedMeasure;
  readonly value: Decimal;
  readonly unit: Unit;
  readonly asOf: string;
  readonly source: Citation;
  readonly also: readonly Citation[];
  readonly note: Note | null;
  /** Of a figure that a table has in several rows: those, all but the first of which are in `also`, too. */
  readonly sum?: Sum;
};

/** Something that the source says of a subject in words. */
export type Remark = { readonly subject: Subject; readonly text: Note; readonly source: Citation };

/** `measure` of `subject` leaves out `amount`, which `included` holds. */
type ExcludedAmount = {
  readonly subject: Subject;
  readonly measure: PublishedMeasure;
  readonly included: PublishedMeasure;
  readonly amount: Figure;
  readonly note: Note;
};

/** What was true at one reporting date. */
export type Snapshot = {
  readonly date: string;
  /** Holds only part of what is known of its date, which is never the default one. */
  readonly partial: boolean;
  readonly figures: readonly Figure[];
  readonly remarks: readonly Remark[];
  readonly excluded: readonly ExcludedAmount[];
  /** As the file has them; those of figures and remarks are among them, the very same objects. */
  readonly notes: SnapshotFile['notes'];
  readonly exceptions: SnapshotFile['exceptions'];
};

/**
 * A whole validated dataset; `snapshots` from the oldest to the newest, at least one; `version` is a hash.
 * `latest` is the newest that is not partial; where all are, the newest with money.
 */
export type Dataset = {
  readonly version: string;
  readonly programme: ProgrammeFile;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly snapshots: readonly Snapshot[];
  readonly latest: Snapshot;
};

export function subjectsOf(programme: ProgrammeFile): readonly Subject[] {
  const { axes, priorities, fundingSources, indicators, initiatives } = programme;
  const about = <K extends string, R extends { readonly id: string }>(kind: K, records: readonly R[]) =>
    records.map((record): About<K, R> => ({ kind, id: record.id, record, programme }));
  return [
    ...about('programme', [programme]),
    ...about('axis', axes),
    ...about('priority', priorities),
    ...about('funding-source', fundingSources),
    ...about('indicator', indicators),
    ...about('initiative', initiatives),
  ];
}

const isMoney = ({ unit }: Pick<Figure, 'unit'>): boolean => unit === 'EUR' || unit === 'MEUR';

/** The newest that is not partial; where all are, the newest with money, which most questions ask for. */
export function newest<T extends { readonly partial?: boolean | undefined }>(
  snapshots: readonly T[],
  figuresOf: (snapshot: T) => readonly Pick<Figure, 'unit'>[],
): T | undefined {
  return (
    snapshots.findLast(({ partial }) => partial !== true) ??
    snapshots.findLast((each) => figuresOf(each).some(isMoney)) ??
    snapshots.at(-1)
  );
}
