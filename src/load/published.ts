import type { Left } from '../check/drafts.ts';
import type { DataFile } from '../check/files.ts';
import type { ProgrammeFile, SnapshotFile } from '../model/schema.ts';

/**
 * What a date with a draft in it goes on answering: the sources that an import gave and that have nothing to confirm,
 * such as the Commission's figures. Null where there are none: the whole date is then a draft.
 */
export function publishedPart(
  file: DataFile<SnapshotFile>,
  left: readonly Left[],
  { documents }: Pick<ProgrammeFile, 'documents'>,
): DataFile<SnapshotFile> | null {
  const { content } = file;
  const imported = new Set(documents.filter(({ page }) => page === 'row').map(({ id }) => id));
  const drafted = new Set(left.flatMap(({ path: [list, at] }) => (list === 'sources' ? [at] : [])));
  const answers = content.sources.map(({ document }, at) => imported.has(document) && !drafted.has(at));
  if (drafted.size === 0 || !answers.includes(true)) return null;
  // Every source keeps its place, so that findings lead to where the figures stand in the file.
  const sources = content.sources.map((source, at) => (answers[at] ? source : { ...source, figures: [] }));
  const ids = new Set(content.sources.flatMap(({ document }, at) => (answers[at] ? document : [])));
  const rows = sources.flatMap(({ figures }) => figures);
  const remarks = content.remarks.filter(({ document }) => ids.has(document));
  const exceptions = content.exceptions.filter((row) => concerns(row, rows, ids));
  const used = new Set([...rows, ...remarks, ...exceptions].map(({ note }) => note));
  const notes = Object.fromEntries(
    Object.entries(content.notes)
      .filter(([key]) => used.has(key))
      .map(([key, { confirm: _, ...note }]) => [key, note]),
  );
  return { ...file, content: { ...content, partial: true, sources, remarks, exceptions, notes } };
}

type Exception = SnapshotFile['exceptions'][number];
type Rows = SnapshotFile['sources'][number]['figures'];

/** An exception belongs to the draft unless the figures that it is about are among those that answer. */
function concerns(row: Exception, rows: Rows, ids: ReadonlySet<string>): boolean {
  if ('document' in row) return ids.has(row.document);
  if (row.rule === 'excluded-amount' || !('measure' in row)) return false;
  const own = rows.filter(({ subject }) => subject === row.subject);
  return row.rule === 'above-100' ? own.length > 0 : own.some(({ measure }) => measure === row.measure);
}
