import { sameFigure } from '../../check/rows.ts';
import { COMMENT } from '../../model/comments.ts';
import { subjectsOf } from '../../model/dataset.ts';
import { decimal } from '../../model/decimal.ts';
import { PUBLISHED_MEASURES } from '../../model/measures.ts';
import type { FigureRow, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { EU_NOTES, sumNotes } from './notes.ts';

/** What one document gives for one date. */
type Given = { readonly date: string; readonly document: string; readonly figures: readonly FigureRow[] };

const NOTES: SnapshotFile['notes'] = { ...EU_NOTES, ...sumNotes() };

/**
 * A snapshot with what a document gives in the place of what it gave before; other documents are left alone.
 * Where there was no snapshot it is a partial one. Order is canonical: the same figures make the same file.
 */
export function merged(was: SnapshotFile | null, given: Given, programme: ProgrammeFile): SnapshotFile {
  const { date, document } = given;
  const snapshot = was ?? { ...EMPTY, date };
  const before = snapshot.sources.find((source) => source.document === document);
  const others = snapshot.sources.filter((source) => source !== before);
  const overbooked = overbookedIn(given.figures);
  const figures = given.figures
    .map((figure) => unlessCoarser(figure, before?.figures ?? []))
    .map((figure) => ({
      ...figure,
      ...noteOn(figure, { ...snapshot, sources: others }, overbooked),
      ...commentOn(figure, before?.figures ?? []),
    }))
    .toSorted(byRecord(programme));
  const order = programme.documents.map(({ id }) => id);
  const sources = [...others, { ...before, document, figures }].toSorted(
    (a, b) => order.indexOf(a.document) - order.indexOf(b.document),
  );
  const exceptions = [
    ...snapshot.exceptions.filter((row) => row.rule !== 'overbooking' || row.document !== document),
    ...overbooked.map((subject) => ({
      rule: 'overbooking' as const,
      document,
      subject,
      note: 'overbooking',
    })),
  ];
  return { ...snapshot, sources, exceptions, notes: notesFor({ ...snapshot, sources, exceptions }) };
}

const EMPTY: Omit<SnapshotFile, 'date'> = {
  $schema: '../schema/snapshot.schema.json',
  partial: true,
  sources: [],
  remarks: [],
  exceptions: [],
  notes: {},
};

const isAbout = (a: Pick<FigureRow, 'subject' | 'measure'>, b: Pick<FigureRow, 'subject' | 'measure'>) =>
  a.subject === b.subject && a.measure === b.measure;

const placesOf = ({ value }: FigureRow) => decimal(String(value))?.places ?? 0;

/** An export without cents says nothing new of an amount that is there with its cents. */
function unlessCoarser(figure: FigureRow, before: readonly FigureRow[]): FigureRow {
  const old = before.find((other) => isAbout(other, figure) && other.unit === figure.unit);
  const isCoarser = old && sameFigure(old, figure) === true && placesOf(old) > placesOf(figure);
  return isCoarser && old.sum === undefined ? old : figure;
}

/** What a maintainer noted beside the figure that a new one replaces. */
function commentOn(figure: FigureRow, before: readonly FigureRow[]): object {
  const old: object | undefined = before.find(
    (other) => isAbout(other, figure) && other.unit === figure.unit,
  );
  return old && COMMENT in old ? { [COMMENT]: old[COMMENT] } : {};
}

/** Axes whose commitments exceed their allocation: programmes select more than they can pay for. */
function overbookedIn(figures: readonly FigureRow[]): readonly string[] {
  const of = (subject: string, measure: FigureRow['measure']) =>
    figures.find((figure) => isAbout(figure, { subject, measure }))?.value;
  return [...new Set(figures.map(({ subject }) => subject))]
    .filter((subject) => (of(subject, 'committed') ?? 0) > (of(subject, 'allocation') ?? Infinity))
    .toSorted();
}

/** The note that a careful reader needs; one that another document has for the figure goes before ours. */
function noteOn(
  figure: FigureRow,
  { exceptions, sources }: SnapshotFile,
  overbooked: readonly string[],
): { readonly note?: string } {
  const agreed = sources
    .flatMap((source) => source.figures)
    .some((other) => isAbout(other, figure) && sameFigure(other, figure) === true);
  const stated = (rule: 'excluded-amount' | 'fall') =>
    exceptions.find((row) => row.rule === rule && isAbout(row, figure))?.note;
  const overbooks = figure.measure === 'committed' && overbooked.includes(figure.subject);
  const note =
    (agreed ? stated('excluded-amount') : undefined) ??
    stated('fall') ??
    (overbooks ? 'overbooking' : undefined);
  return note === undefined ? {} : { note };
}

function byRecord(programme: ProgrammeFile) {
  const subjects = subjectsOf(programme).map(({ id }) => id);
  const rank = ({ subject, measure }: FigureRow) =>
    subjects.indexOf(subject) * PUBLISHED_MEASURES.length + PUBLISHED_MEASURES.indexOf(measure);
  return (a: FigureRow, b: FigureRow) => rank(a) - rank(b);
}

/** Our notes where something uses them, by key; a text that someone has edited stays. */
function notesFor({ notes, remarks, sources, exceptions }: SnapshotFile): SnapshotFile['notes'] {
  const figures = sources.flatMap((source) => source.figures);
  const rows = [...figures, ...figures.flatMap(({ sum }) => sum ?? []), ...exceptions, ...remarks];
  const used = new Set(rows.map(({ note }) => note));
  const entries = Object.entries({ ...NOTES, ...notes }).filter(([key]) => !(key in NOTES) || used.has(key));
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
