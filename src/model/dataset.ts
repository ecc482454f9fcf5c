import { type Decimal, decimal, printedDecimal, withPlaces } from './decimal.ts';
import type { PublishedMeasure, Unit } from './measures.ts';
import type {
  Axis,
  Bilingual,
  DocumentRecord,
  FigureRow,
  FundingSource,
  Indicator,
  Initiative,
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

/** A published figure; the places of `value` are those printed. */
export type Figure = {
  readonly subject: Subject;
  readonly measure: PublishedMeasure;
  readonly value: Decimal;
  readonly unit: Unit;
  readonly asOf: string;
  readonly source: Citation;
  readonly also: readonly Citation[];
  readonly note: Bilingual | null;
};

/** Something that the source says of a subject in words. */
export type Remark = { readonly subject: Subject; readonly text: Bilingual; readonly source: Citation };

/** `measure` of `subject` leaves out `amount`, which `included` holds. */
type ExcludedAmount = {
  readonly subject: Subject;
  readonly measure: PublishedMeasure;
  readonly included: PublishedMeasure;
  readonly amount: Figure;
  readonly note: Bilingual;
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
 * `latest` is the newest that is not partial, or the newest where all are.
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

/** Builds the dataset from files that passed every rule; throws on a reference that the rules let through. */
export function buildDataset(
  programme: ProgrammeFile,
  files: readonly SnapshotFile[],
  version: string,
): Dataset {
  const subjects = new Map(subjectsOf(programme).map((subject) => [subject.id, subject]));
  const documents = new Map(programme.documents.map((document) => [document.id, document]));
  const snapshots = files
    .map((file) => buildSnapshot(file, subjects, documents))
    .sort((a, b) => a.date.localeCompare(b.date));
  return deepFreeze({
    version,
    programme,
    subjects,
    snapshots,
    latest: known(newest(snapshots), 'snapshot'),
  });
}

/** The newest that is not partial; where all are, the newest. */
export function newest<T extends { readonly partial?: boolean | undefined }>(
  snapshots: readonly T[],
): T | undefined {
  return snapshots.findLast(({ partial }) => partial !== true) ?? snapshots.at(-1);
}

function buildSnapshot(
  file: SnapshotFile,
  subjects: ReadonlyMap<string, Subject>,
  documents: ReadonlyMap<string, DocumentRecord>,
): Snapshot {
  const note = (key: string | undefined) => (key === undefined ? null : known(file.notes[key], key));
  const figures = file.sources.flatMap(({ document, figures }) =>
    figures.map((row): Figure => {
      const cited = known(documents.get(document), document);
      const cite = citer(cited);
      return {
        subject: known(subjects.get(row.subject), row.subject),
        measure: row.measure,
        value: exactValue(row, cited),
        unit: row.unit,
        asOf: file.date,
        source: cite(row),
        also: (row.also ?? []).map(cite),
        note: note(row.note),
      };
    }),
  );
  return {
    date: file.date,
    partial: file.partial ?? false,
    figures,
    remarks: file.remarks.map((row) => ({
      subject: known(subjects.get(row.subject), row.subject),
      text: known(file.notes[row.note], row.note),
      source: citer(known(documents.get(row.document), row.document))({ ...row, printed: row.quote }),
    })),
    excluded: file.exceptions.filter(isExclusion).map((row) => ({
      subject: known(subjects.get(row.subject), row.subject),
      measure: row.measure,
      included: row.included,
      amount: known(
        figures.find((f) => f.subject.id === row.amount.subject && f.measure === row.amount.measure),
        row.amount.subject,
      ),
      note: known(file.notes[row.note], row.note),
    })),
    notes: file.notes,
    exceptions: file.exceptions,
  };
}

const isExclusion = (row: SnapshotFile['exceptions'][number]) => row.rule === 'excluded-amount';

type Printing = { page: number; printed: string; quote?: string | undefined };

function citer(document: DocumentRecord): (printing: Printing) => Citation {
  return ({ page, printed, quote }) => ({ document, page, printed, quote: quote ?? null });
}

const CENTS = 2;

/**
 * The value of a row with the decimals of its printed form: 379 printed "379,0" has one place. Never cut.
 * Tables write numbers plainly, and euros to the cent whatever zeros they leave out: "358000000.0".
 */
function exactValue(row: FigureRow, { page }: DocumentRecord): Decimal {
  const value = known(decimal(String(row.value)), row.printed);
  const printed = (page === 'row' ? decimal : printedDecimal)(row.printed)?.places ?? value.places;
  const places = page === 'row' && row.unit === 'EUR' ? Math.max(printed, CENTS) : printed;
  return places > value.places ? withPlaces(value, places) : value;
}

function known<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) throw new Error(`unknown reference: ${what}`);
  return value;
}

export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  const children = value instanceof Map ? value.values() : Object.values(value);
  for (const child of children) deepFreeze(child);
  return value;
}
