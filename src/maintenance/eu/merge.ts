import { sameFigure } from '../../check/rows.ts';
import { COMMENT } from '../../model/comments.ts';
import { subjectsOf } from '../../model/dataset.ts';
import { PUBLISHED_MEASURES } from '../../model/measures.ts';
import type { FigureRow, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { NOTES } from './notes.ts';

/** What one document gives for one date. */
export type Given = {
  readonly date: string;
  readonly document: string;
  readonly figures: readonly FigureRow[];
};

/**
 * A snapshot with what a document gives in the place of what it gave before; other documents are left alone.
 * Where there was no snapshot it is a partial one. Order is canonical: the same figures make the same file.
 */
export function merged(was: SnapshotFile | null, given: Given, programme: ProgrammeFile): SnapshotFile {
  const snapshot = was ?? emptySnapshot(given.date);
  const others = snapshot.sources.filter(({ document }) => document !== given.document);
  const overbooked = overbookedIn(given.figures);
  const before = snapshot.sources.find(({ document }) => document === given.document);
  const figures = given.figures
    .map((figure) => ({ ...told(figure, snapshot, others, overbooked), ...commentOn(figure, before) }))
    .toSorted(byRecord(programme));
  const order = programme.documents.map(({ id }) => id);
  const sources = [...others, { ...before, document: given.document, figures }].toSorted(
    (a, b) => order.indexOf(a.document) - order.indexOf(b.document),
  );
  const exceptions = [
    ...snapshot.exceptions.filter((row) => row.rule !== 'overbooking' || row.document !== given.document),
    ...overbooked.map((subject) => ({
      rule: 'overbooking' as const,
      document: given.document,
      subject,
      note: 'overbooking',
    })),
  ];
  return { ...snapshot, sources, exceptions, notes: notesFor(snapshot, sources, exceptions) };
}

/** What a maintainer noted beside the figure that a new one replaces. */
function commentOn(figure: FigureRow, before: SnapshotFile['sources'][number] | undefined): object {
  const old: object | undefined = before?.figures.find(
    (other) =>
      other.subject === figure.subject && other.measure === figure.measure && other.unit === figure.unit,
  );
  return old && COMMENT in old ? { [COMMENT]: old[COMMENT] } : {};
}

function emptySnapshot(date: string): SnapshotFile {
  return {
    $schema: '../schema/snapshot.schema.json',
    date,
    partial: true,
    sources: [],
    remarks: [],
    exceptions: [],
    notes: {},
  };
}

/** Axes whose commitments exceed their allocation: programmes select more than they can pay for. */
function overbookedIn(figures: readonly FigureRow[]): readonly string[] {
  const of = (subject: string, measure: string) =>
    figures.find((figure) => figure.subject === subject && figure.measure === measure)?.value;
  return [...new Set(figures.map(({ subject }) => subject))]
    .filter((subject) => (of(subject, 'committed') ?? 0) > (of(subject, 'allocation') ?? Infinity))
    .toSorted();
}

/** A figure with the note that a careful reader needs: one that another document has for it goes before ours. */
function told(
  figure: FigureRow,
  { exceptions }: SnapshotFile,
  others: SnapshotFile['sources'],
  overbooked: readonly string[],
): FigureRow {
  const same = (other: FigureRow) => other.subject === figure.subject && other.measure === figure.measure;
  const agreed = others.some((source) =>
    source.figures.some((other) => same(other) && sameFigure(other, figure) === true),
  );
  const exclusion = exceptions.find(
    (row) =>
      row.rule === 'excluded-amount' && row.subject === figure.subject && row.measure === figure.measure,
  );
  if (exclusion && agreed) return { ...figure, note: exclusion.note };
  const fall = exceptions.find(
    (row) => row.rule === 'fall' && row.subject === figure.subject && row.measure === figure.measure,
  );
  if (fall) return { ...figure, note: fall.note };
  const overbooks = figure.measure === 'committed' && overbooked.includes(figure.subject);
  return overbooks ? { ...figure, note: 'overbooking' } : figure;
}

function byRecord(programme: ProgrammeFile) {
  const subjects = subjectsOf(programme).map(({ id }) => id);
  const rank = ({ subject, measure }: FigureRow) =>
    subjects.indexOf(subject) * PUBLISHED_MEASURES.length + PUBLISHED_MEASURES.indexOf(measure);
  return (a: FigureRow, b: FigureRow) => rank(a) - rank(b);
}

/** Our notes where something uses them, by key; a text that someone has edited stays. */
function notesFor(
  { notes, remarks }: SnapshotFile,
  sources: SnapshotFile['sources'],
  exceptions: SnapshotFile['exceptions'],
): SnapshotFile['notes'] {
  const used = new Set(
    [...sources.flatMap(({ figures }) => figures), ...exceptions, ...remarks].map(({ note }) => note),
  );
  const entries = Object.entries({ ...NOTES, ...notes }).filter(([key]) => !(key in NOTES) || used.has(key));
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
