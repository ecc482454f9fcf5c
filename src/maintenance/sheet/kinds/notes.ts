import type { Note, SnapshotFile } from '../../../model/schema.ts';
import { type Complain, type Known, marked, optional } from '../cells.ts';
import { squashed } from '../columns.ts';
import type { SheetRow } from '../rows.ts';
import type { Reading } from './reading.ts';
import { BRIEF_WHOLE, noKey, repeatedNote, TEXT_MISSING } from './words.ts';

type Notes = SnapshotFile['notes'];
export type NoteRow = { readonly key: string; readonly row: SheetRow };

const KEY = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;
const LONGEST_KEY = 40;

/** The rows that hold a note each, by its key; the keys are what figures and remarks may refer to. */
export function noteRows(
  rows: readonly SheetRow[],
  complainAt: (row: SheetRow) => Complain,
): readonly NoteRow[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = squashed(row.cells.note ?? '');
    const before = first.get(key);
    const why =
      !KEY.test(key) || key.length > LONGEST_KEY
        ? noKey(key)
        : before === undefined
          ? null
          : repeatedNote(key, before);
    if (why !== null) complainAt(row)('note', why);
    first.set(key, before ?? row.row);
    return why === null ? [{ key, row }] : [];
  });
}

/** The notes of a table; what it has no column for stays as it was. */
export function notesIn(
  rows: readonly NoteRow[],
  were: Notes,
  { known: { encoding }, complainAt, rowOf }: Reading,
): Notes {
  return Object.fromEntries(
    rows.flatMap(({ key, row }) => {
      const note = noteIn(row.cells, were[key], encoding, complainAt(row));
      if (note) rowOf.set(note, row.row);
      return note ? [[key, note] as const] : [];
    }),
  );
}

type Written = Note & { readonly confirm?: string | undefined };

function noteIn(
  cells: SheetRow['cells'],
  was: Notes[string] | undefined,
  encoding: Known['encoding'],
  complain: Complain,
): Written | null {
  const it = optional(cells.textIt, was?.it, encoding);
  const en = optional(cells.textEn, was?.en, encoding);
  const brief = {
    it: optional(cells.briefIt, was?.brief?.it, encoding),
    en: optional(cells.briefEn, was?.brief?.en, encoding),
  };
  if (it === undefined) complain('textIt', TEXT_MISSING);
  if (en === undefined) complain('textEn', TEXT_MISSING);
  if (brief.it === undefined && brief.en !== undefined) complain('briefIt', BRIEF_WHOLE);
  if (brief.en === undefined && brief.it !== undefined) complain('briefEn', BRIEF_WHOLE);
  if (it === undefined || en === undefined) return null;
  const { it: _, en: __, brief: ___, detail: before, confirm: ____, ...rest }: Partial<Written> = was ?? {};
  const detail = cells.detail === undefined ? before : squashed(cells.detail) !== '' || undefined;
  return {
    ...rest,
    ...{ it, en },
    ...(brief.it === undefined || brief.en === undefined ? {} : { brief: { it: brief.it, en: brief.en } }),
    ...(detail === undefined ? {} : { detail }),
    ...marked(cells.confirm, was?.confirm, it),
  };
}

/** The keys of notes that are referred to and have no row. */
export function lostNotes(snapshot: SnapshotFile): readonly string[] {
  const { sources, remarks, exceptions, notes } = snapshot;
  const used = [...sources.flatMap(({ figures }) => figures), ...remarks, ...exceptions];
  return [...new Set(used.flatMap(({ note }) => note ?? []))].filter((key) => !(key in notes));
}
