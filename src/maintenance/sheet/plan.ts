import { leftIn } from '../../check/drafts.ts';
import { type Loaded, loadFiles } from '../../load/load.ts';
import { parsedFile } from '../../load/parsed.ts';
import type { RawDataset } from '../../load/read.ts';
import type { Dataset } from '../../model/dataset.ts';
import { subjectsOf } from '../../model/dataset.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { snapshotText } from '../form/canonicalText.ts';
import { content, withoutSpent } from '../form/formatted.ts';
import { overlaid } from '../form/overlaid.ts';
import { COLUMNS, type Column, type Problem, squashed } from './columns.ts';
import { dateOf } from './date.ts';
import { figureIn, type Key, type Known, keyIn } from './figures.ts';
import { matched, type Pair, type Placed, placedIn, renames, withFigures } from './matches.ts';
import { type Sheet, type SheetRow, sheetIn } from './rows.ts';

/** What an edited table would change in a snapshot, checked as a whole dataset. */
export type SheetChange = {
  readonly file: string;
  readonly date: string;
  readonly before: Uint8Array;
  readonly text: string;
  readonly pairs: readonly Pair[];
  readonly renamed: ReadonlyMap<string, string>;
  readonly after: Loaded;
};

/** `change` is null where the table says what is there; `ignored` are its columns that mean nothing here. */
export type SheetPlan =
  | { readonly ok: true; readonly ignored: readonly string[]; readonly change: SheetChange | null }
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly unsound: Extract<Loaded, { ok: false }> };

type Given = {
  readonly raw: RawDataset;
  readonly dataset: Dataset;
  readonly bytes: Uint8Array;
  /** The date asked for, which need not be given where the table says it. */
  readonly date: string | undefined;
  readonly sourceDir: string;
};

export async function sheetPlan({ raw, dataset, bytes, date, sourceDir }: Given): Promise<SheetPlan> {
  const sheet = sheetIn(bytes);
  if (!('rows' in sheet)) return { ok: false, problems: sheet };
  if (sheet.rows.length === 0) return wrong('La tabella non ha righe.', 'The table has no rows.');
  const dated = dateOf(sheet, date);
  if (typeof dated !== 'string') return { ok: false, problems: dated };
  const file = `snapshots/${dated}.json`;
  const there = raw.files.find((other) => other.file === file);
  if (!there || parsedFile(there).snapshot === null)
    return wrong(
      `${file} non c’è o è rotto: iniziarlo con npm run new:snapshot -- ${dated}.`,
      `${file} is missing or broken: begin it with npm run new:snapshot -- ${dated}.`,
    );
  const snapshot = content(there) as SnapshotFile;
  const pairs = pairsIn(sheet, snapshot, dataset);
  if ('problems' in pairs) return { ok: false, problems: pairs.problems };
  const { ignored } = sheet;
  const edited = withFigures(snapshot, pairs);
  if (snapshotText(edited) === snapshotText(snapshot)) return { ok: true, ignored, change: null };
  const next = withoutSpent(structuredClone(edited));
  const unpublishes = parsedFile(there).draft === null && leftIn(next).length > 0;
  if (unpublishes) return { ok: false, problems: marks(sheet, dated) };
  const text = snapshotText(next);
  const after = await loadFiles(overlaid(raw, [{ file, text }]), { sourceDir });
  if (!after.ok) return { ok: false, unsound: after };
  const renamed = renames(snapshot, pairs);
  const change = { file, date: dated, before: there.bytes, text, pairs, renamed, after };
  return { ok: true, ignored, change };
}

/** One figure to be confirmed makes a draft of its date: the bot would answer from another one. */
function marks({ rows, letters }: Sheet, date: string): readonly Problem[] {
  return rows
    .filter(({ cells }) => squashed(cells.confirm ?? '') !== '')
    .map(({ row }) => ({
      row,
      column: `${letters.confirm ?? '?'} «${COLUMNS.confirm[0]}»`,
      message: {
        it: `Il ${date} è pubblicato: una cifra da confermare ne farebbe una bozza, e il bot ne tacerebbe. Svuotare la cella.`,
        en: `${date} is published: a figure to be confirmed would make it a draft, and the bot would be silent on it. Empty the cell.`,
      },
    }));
}

const wrong = (it: string, en: string): SheetPlan => ({
  ok: false,
  problems: [{ row: null, column: null, message: { it, en } }],
});

function pairsIn(
  sheet: Sheet,
  snapshot: SnapshotFile,
  { programme }: Dataset,
): readonly Pair[] | { readonly problems: readonly Problem[] } {
  const known: Known = {
    subjects: new Set(subjectsOf(programme).map(({ id }) => id)),
    documents: new Map(programme.documents.map(({ id, page }) => [id, page === 'row'])),
    notes: new Set(Object.keys(snapshot.notes)),
  };
  const problems: Problem[] = [];
  const complainAt =
    ({ row }: SheetRow) =>
    (column: Column, message: Problem['message']) =>
      problems.push({ row, column: `${sheet.letters[column] ?? '?'} «${COLUMNS[column][0]}»`, message });
  const rows = sheet.rows.flatMap((row) => {
    const key = keyIn(row, known, complainAt(row));
    return key ? [{ row, key }] : [];
  });
  problems.push(...repeats(rows));
  const placed = placedIn(snapshot);
  const were = matched(
    rows.map(({ key }) => key),
    placed,
  );
  const pairs = rows.flatMap(({ row, key }, at): readonly Pair[] => {
    const was = were[at];
    const figure = figureIn(row, key, was?.figure, { known, english: sheet.english }, complainAt(row));
    return figure ? [{ was, now: { document: key.document, figure } }] : [];
  });
  if (problems.length > 0) return { problems: problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
  const kept = new Set<Placed | undefined>(were);
  return [...pairs, ...placed.filter((each) => !kept.has(each)).map((was) => ({ was, now: undefined }))];
}

function repeats(rows: readonly { readonly row: SheetRow; readonly key: Key }[]): readonly Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row: { row }, key: { document, subject, measure, unit } }) => {
    const key = `${document} ${subject} ${measure} ${unit}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    if (before === undefined) return [];
    const message = {
      it: `${key}: c’è già alla riga ${before}. Tenerne una.`,
      en: `${key}: already in row ${before}. Keep one of them.`,
    };
    return [{ row, column: null, message }];
  });
}
