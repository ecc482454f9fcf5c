import { CONFIRMED_BY } from '../../check/drafts.ts';
import { usesNote } from '../../check/rule.ts';
import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';

/** A snapshot begun from another, and the documents that were not carried over. */
export type Begun = { readonly snapshot: SnapshotFile; readonly leftOut: readonly string[] };

/**
 * A snapshot of another date with everything that can be out of date marked as to be confirmed: documents, figures,
 * remarks, and the notes that speak of a number or a date. What comes from tables is left to their import.
 */
export function draftFrom(before: SnapshotFile, date: string, { documents }: ProgrammeFile): Begun {
  const tables = new Set(documents.filter(({ page }) => page === 'row').map(({ id }) => id));
  const typed = before.sources.filter(({ document }) => !tables.has(document));
  const sources = typed.length > 0 ? typed : before.sources;
  const leftOut = before.sources
    .filter((source) => !sources.includes(source))
    .map(({ document }) => document);
  const has = ({ document }: { readonly document: string }) => !leftOut.includes(document);
  const content = {
    ...before,
    date,
    sources: sources.map(({ figures, ...source }) => ({
      ...marked('document', source),
      figures: figures.map((figure) => marked('figure', figure)),
    })),
    remarks: before.remarks.filter(has).map((remark) => marked('remark', remark)),
    exceptions: before.exceptions.filter((row) => isLasting(row) && (row.rule !== 'overbooking' || has(row))),
  };
  const notes = notesOf(content);
  const exceptions = content.exceptions.filter(({ note }) => notes[note] !== undefined);
  return { snapshot: { ...content, exceptions, notes }, leftOut };
}

/** What happened between two dates says nothing of the next one. */
const isLasting = ({ rule }: SnapshotFile['exceptions'][number]) =>
  !['fall', 'jump', 'target', 'gone', 'measure-gone', 'unclaimed', 'shared'].includes(rule);

function marked<
  K extends keyof typeof CONFIRMED_BY,
  T extends Readonly<Record<(typeof CONFIRMED_BY)[K], string>>,
>(kind: K, record: T): T & { confirm: string } {
  return { ...record, confirm: record[CONFIRMED_BY[kind]] };
}

/** The notes that something still uses. One without a digit says what a word means, which no date changes. */
function notesOf({ sources, remarks, exceptions, notes }: SnapshotFile): SnapshotFile['notes'] {
  const figures = sources.flatMap((source) => source.figures);
  const rows = [...figures, ...figures.flatMap(({ sum }) => sum ?? []), ...remarks, ...exceptions];
  const used = new Set(rows.filter(usesNote).map(({ note }) => note));
  return Object.fromEntries(
    Object.entries(notes)
      .filter(([key]) => used.has(key))
      .map(([key, { confirm: _, ...note }]) => [
        key,
        /\d/.test(note.it + note.en) ? marked('note', note) : note,
      ]),
  );
}
