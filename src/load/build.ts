import {
  type Citation,
  type Dataset,
  type Figure,
  newest,
  type Snapshot,
  type Subject,
  type Sum,
  subjectsOf,
} from '../model/dataset.ts';
import {
  type Decimal,
  decimal,
  printedDecimal,
  tableDecimal,
  toNumber,
  withPlaces,
} from '../model/decimal.ts';
import type { DocumentRecord, FigureRow, Note, ProgrammeFile, SnapshotFile } from '../model/schema.ts';

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
    latest: known(
      newest(snapshots, ({ figures }) => figures),
      'snapshot',
    ),
  });
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
        also: [...(row.also ?? []), ...(row.sum?.rows.slice(1) ?? [])].map(cite),
        note: note(row.note),
        ...(row.sum
          ? { sum: sumOf(row, row.sum, cited, known(file.notes[row.sum.note], row.sum.note)) }
          : {}),
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

function sumOf(
  { unit }: FigureRow,
  { rows }: NonNullable<FigureRow['sum']>,
  document: DocumentRecord,
  note: Note,
): Sum {
  const parts = rows.map((row) => {
    const value = toNumber(known(decimal(row.printed), row.printed));
    return { value: exactValue({ ...row, value, unit }, document), source: citer(document)(row) };
  });
  return { note, parts };
}

const CENTS = 2;

/**
 * The value of a row with the decimals of its printed form: 379 printed "379,0" has one place. Never cut.
 * Tables write numbers plainly, and euros to the cent whatever zeros they leave out: "358000000.0".
 */
function exactValue(row: Pick<FigureRow, 'value' | 'unit' | 'printed'>, { page }: DocumentRecord): Decimal {
  const value = known(decimal(String(row.value)), row.printed);
  const printed = (page === 'row' ? tableDecimal : printedDecimal)(row.printed)?.places ?? value.places;
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
