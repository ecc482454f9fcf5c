import { subjectsOf } from '../../model/dataset.ts';
import type { Bilingual, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import type { Complain, Known } from './cells.ts';
import { figurePairs } from './kinds/figureRows.ts';
import { KEPT, type Kinds, kindsIn } from './kinds/kind.ts';
import { lostNotes, noteRows, notesIn } from './kinds/notes.ts';
import type { Reading } from './kinds/reading.ts';
import { remarksIn } from './kinds/remarks.ts';
import { lostElsewhere } from './kinds/words.ts';
import { type Pair, withFigures } from './matches.ts';
import { headed, type Origins } from './places.ts';
import { type Problem, problem } from './problems.ts';
import { newRecordsIn, withRecords } from './records/newRecords.ts';
import type { NewRecord } from './records/record.ts';
import type { Sheet, SheetRow } from './rows.ts';

/** What a table makes of a snapshot and of its programme. */
export type Edited = {
  readonly snapshot: SnapshotFile;
  readonly programme: ProgrammeFile;
  readonly records: readonly NewRecord[];
  readonly pairs: readonly Pair[];
  /** Documents that others have replaced. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly origins: Origins;
  /** What stays as it is because no row speaks of it. */
  readonly kept: readonly Bilingual[];
};

/** Everything that the rows come to; whatever is wrong with a row goes to `problems`. */
export function editedBy(
  sheet: Sheet,
  snapshot: SnapshotFile,
  before: ProgrammeFile,
): Edited | readonly Problem[] {
  const problems: Problem[] = [];
  const complainAt =
    ({ row }: SheetRow): Complain =>
    (column, message) =>
      problems.push(problem(row, message, headed(column, sheet.letters)));
  const told = kindsIn(sheet, complainAt);
  // What the other rows refer to may stand in a row of which nobody knows what it is.
  if (problems.length > 0) return problems;
  const { kinds, records, refused } = identified(told, before, complainAt);
  const programme = withRecords(before, records);
  const notes = noteRows(kinds.note, complainAt);
  const hasNotes = kinds.note.length > 0;
  const keys = new Set(hasNotes ? notes.map(({ key }) => key) : Object.keys(snapshot.notes));
  const known: Known = {
    subjects: new Set([...subjectsOf(programme).map(({ id }) => id), ...refused]),
    documents: new Map(programme.documents.map(({ id, page }) => [id, page === 'row'])),
    notes: keys,
    lost: new Set(Object.keys(snapshot.notes).filter((key) => !keys.has(key))),
    english: sheet.english,
    encoding: sheet.encoding === 'unicode' ? 'windows-1252' : sheet.encoding,
  };
  const rowOf = new Map<object, number>();
  const reading: Reading = { known, complainAt, problems, rowOf };
  const pairs = figurePairs(kinds, snapshot, reading);
  const { snapshot: moved, renamed } = withFigures(snapshot, pairs);
  const edited: SnapshotFile = {
    ...moved,
    remarks: kinds.remark.length > 0 ? remarksIn(kinds.remark, moved.remarks, reading) : moved.remarks,
    notes: hasNotes ? notesIn(notes, snapshot.notes, reading) : snapshot.notes,
  };
  if (problems.length === 0)
    problems.push(...lostNotes(edited).map((key) => problem(null, lostElsewhere(key))));
  if (problems.length > 0) return problems;
  const origins = {
    snapshot: edited,
    rows: rowOf,
    records: placesOf(records, programme),
    letters: sheet.letters,
  };
  return {
    snapshot: edited,
    programme,
    records,
    pairs,
    renamed,
    origins,
    kept: keptOf(sheet, kinds, snapshot),
  };
}

/** The rows with the ids of the new records that they name. */
function identified(kinds: Kinds, programme: ProgrammeFile, complainAt: Reading['complainAt']) {
  const { figure, printing, remark, note } = kinds;
  const rows = [...figure, ...printing, ...remark];
  const { records, subjectOf, refused } = newRecordsIn(rows, programme, complainAt);
  const withIds = (own: readonly SheetRow[]) =>
    own.map((row): SheetRow => ({ ...row, cells: { ...row.cells, subject: subjectOf(row) } }));
  const next: Kinds = { figure: withIds(figure), printing: withIds(printing), remark: withIds(remark), note };
  return { kinds: next, records, refused: [...refused].map(subjectOf) };
}

function placesOf(
  records: readonly NewRecord[],
  { initiatives }: ProgrammeFile,
): ReadonlyMap<number, number> {
  return new Map(records.map(({ record, row }) => [initiatives.indexOf(record), row.row]));
}

/** A table that has a column for the kinds of its rows, and no row of one, may have lost them to a filter. */
function keptOf(
  { letters }: Sheet,
  kinds: Kinds,
  { sources, remarks, notes }: SnapshotFile,
): readonly Bilingual[] {
  if (letters.kind === undefined) return [];
  const figures = sources.flatMap((source) => source.figures);
  const counts = {
    figure: figures.length,
    printing: figures.flatMap(({ also }) => also ?? []).length,
    remark: remarks.length,
    note: Object.keys(notes).length,
  };
  return (['figure', 'printing', 'remark', 'note'] as const).flatMap((kind) =>
    kinds[kind].length === 0 && counts[kind] > 0 ? [KEPT[kind](counts[kind])] : [],
  );
}
