import { grouped } from '../../model/grouped.ts';
import type { Bilingual, FigureRow, SnapshotFile } from '../../model/schema.ts';
import { RULES } from '../check.ts';
import type { DataFile, DataFiles } from '../files.ts';
import { recordName } from '../recordNames.ts';
import { type Row, rowsOf } from '../rows.ts';
import { type Rule, type Snapshot, snapshotFindings, withRows } from '../rule.ts';
import { type MistakeKind, mistakesIn } from './mistakes.ts';

/** A figure that could be wrong without any rule's noticing; `mistake` is one that none would notice. */
export type UnguardedFigure = Pick<
  Row,
  'document' | 'page' | 'subject' | 'measure' | 'unit' | 'printed' | 'value'
> & {
  readonly date: string;
  readonly name: Bilingual;
  readonly mistake: MistakeKind;
};

export type Unguarded = {
  /** The newest date first; then by document and page, in the order of the file. */
  readonly figures: readonly UnguardedFigure[];
  /** How many were tried. */
  readonly tried: number;
  /** Figures that imports made, document by document: nobody typed them, so none is tried. */
  readonly imported: readonly { readonly document: string; readonly count: number }[];
};

/** Tries plausible mistakes on every typed figure of the whole dates, and keeps those that some mistake leaves silent. */
export function unguarded(files: DataFiles): Unguarded {
  const tables = new Set(
    files.programme.content.documents.filter(({ page }) => page === 'row').map(({ id }) => id),
  );
  const whole = files.snapshots.filter(({ content }) => content.partial !== true).toReversed();
  const rows = whole.flatMap((file) => rowsOf(file).map((row) => ({ file, row })));
  const typed = rows.filter(({ row }) => !tables.has(row.document));
  const found = new Map(whole.map((file) => [file, trier(files, file)]));
  const figures = typed.flatMap(({ file, row }): readonly UnguardedFigure[] => {
    const mistake = found.get(file)?.(row) ?? null;
    if (mistake === null) return [];
    const { document, page, subject, measure, unit, printed, value } = row;
    const name = recordName(files.programme.content, subject, measure);
    const { date } = file.content;
    return [{ date, document, page, subject, measure, unit, printed, value, name, mistake }];
  });
  const imported = [...tables].flatMap((document) => {
    const count = rows.filter(({ row }) => row.document === document).length;
    return count === 0 ? [] : [{ document, count }];
  });
  return { figures, tried: typed.length, imported };
}

/** Gives the first mistake in a row of a snapshot that no rule finds, there or at a later date; null where all are found. */
function trier(files: DataFiles, file: DataFile<SnapshotFile>): (row: Row) => MistakeKind | null {
  const snapshots = files.snapshots.map(withRows);
  const at = files.snapshots.indexOf(file);
  const all = rowsOf(file);
  const findings = (rule: Rule, now: readonly Snapshot[]) =>
    counted(
      snapshotFindings(rule, files, now, at).map(({ path, rule: id, file: of }) => `${of} ${id} ${path}`),
    );
  const known = RULES.filter(({ snapshot }) => snapshot !== undefined).map((rule) => ({
    rule,
    before: findings(rule, snapshots),
  }));
  // What found the last mistake most often finds the next one.
  let order = known;
  const isFound = (changed: DataFile<SnapshotFile>): boolean => {
    const now = snapshots.with(at, withRows(changed));
    const finder = order.find(({ rule, before }) =>
      [...findings(rule, now)].some(([key, count]) => count > (before.get(key) ?? 0)),
    );
    if (finder) order = [finder, ...order.filter((each) => each !== finder)];
    return finder !== undefined;
  };
  return (row) => {
    const mistakes = mistakesIn(row, neighboursOf(row, all));
    return mistakes.find((mistake) => !isFound(withRow(file, row, mistake.row)))?.kind ?? null;
  };
}

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...grouped(keys, (key) => key)].map(([key, all]) => [key, all.length]));
}

/** The file with another row in the place of one; `placeOf` goes on leading to the old one. */
function withRow(
  file: DataFile<SnapshotFile>,
  { path }: Row,
  { value, printed, quote, also }: FigureRow,
): DataFile<SnapshotFile> {
  const [, source, , figure] = path;
  const changes = { value, printed, ...(quote !== undefined && { quote }), ...(also && { also }) };
  const sources = file.content.sources.map((each, s) =>
    s === source
      ? { ...each, figures: each.figures.map((row, n) => (n === figure ? { ...row, ...changes } : row)) }
      : each,
  );
  return { ...file, content: { ...file.content, sources } };
}

/** The figures before and after it on its page, in its unit. */
function neighboursOf(row: Row, all: readonly Row[]): readonly Row[] {
  const beside = all.filter(
    ({ document, page, unit }) => document === row.document && page === row.page && unit === row.unit,
  );
  const at = beside.findIndex(({ path }) => path === row.path);
  return [beside[at - 1], beside[at + 1]].filter((other) => other !== undefined);
}
