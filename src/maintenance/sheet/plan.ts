import { leftIn } from '../../check/drafts.ts';
import { parsedFile } from '../../load/parsed.ts';
import type { RawDataset } from '../../load/read.ts';
import { subjectsOf } from '../../model/dataset.ts';
import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { snapshotText } from '../form/canonicalText.ts';
import { fileIn, snapshotFile, type Text } from '../form/edit.ts';
import { content, withoutSpent } from '../form/formatted.ts';
import { COLUMNS, type Column, squashed } from './columns.ts';
import { dateOf } from './date.ts';
import { figureIn, keyIn } from './figures.ts';
import { type Edited, matched, type Pair, placedIn, withFigures } from './matches.ts';
import { type Problem, problem, wrong } from './problems.ts';
import { type Sheet, type SheetRow, sheetIn } from './rows.ts';

/** What an edited table would change in a snapshot. */
export type SheetChange = Text & {
  readonly date: string;
  readonly before: Uint8Array;
  readonly pairs: readonly Pair[];
  readonly renamed: Edited['renamed'];
};

/** `change` is null where the table says what is there; `ignored` are its columns that mean nothing here. */
export type SheetPlan = { readonly ignored: readonly string[]; readonly change: SheetChange | null };

type Given = {
  readonly raw: RawDataset;
  readonly programme: ProgrammeFile;
  readonly bytes: Uint8Array;
  /** The date asked for, which need not be given where the table says it. */
  readonly date: string | undefined;
};

export function sheetPlan({ raw, programme, bytes, date: asked }: Given): SheetPlan | readonly Problem[] {
  const sheet = sheetIn(bytes);
  if (!('rows' in sheet)) return sheet;
  if (sheet.rows.length === 0) return wrong('La tabella non ha righe.', 'The table has no rows.');
  const date = dateOf(sheet, asked);
  if (typeof date !== 'string') return date;
  const file = snapshotFile(date);
  const there = fileIn(raw, file);
  const { snapshot: sound, draft } = there ? parsedFile(there) : { snapshot: null, draft: null };
  if (!there || !sound) return absent(file, date);
  const snapshot = content(there) as SnapshotFile;
  const problems: Problem[] = [];
  const pairs = pairsIn(sheet, snapshot, programme, problems);
  if (problems.length > 0) return problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const { snapshot: edited, renamed } = withFigures(snapshot, pairs);
  const { ignored } = sheet;
  if (snapshotText(edited) === snapshotText(snapshot)) return { ignored, change: null };
  const next = withoutSpent(structuredClone(edited));
  if (draft === null && leftIn(next).length > 0) return marks(sheet, date);
  const change = { file, date, before: there.bytes, text: snapshotText(next), pairs, renamed };
  return { ignored, change };
}

const absent = (file: string, date: string) =>
  wrong(
    `${file} non c’è o è rotto: iniziarlo con npm run new:snapshot -- ${date}.`,
    `${file} is missing or broken: begin it with npm run new:snapshot -- ${date}.`,
  );

const place = ({ letters }: Sheet, column: Column) => `${letters[column] ?? '?'} «${COLUMNS[column][0]}»`;

/** One figure to be confirmed makes a draft of its date: the bot would answer from another one. */
function marks(sheet: Sheet, date: string): readonly Problem[] {
  return sheet.rows
    .filter(({ cells }) => squashed(cells.confirm ?? '') !== '')
    .map(({ row }) =>
      problem(
        row,
        {
          it: `Il ${date} è pubblicato: una cifra da confermare ne farebbe una bozza, e il bot ne tacerebbe. Svuotare la cella.`,
          en: `${date} is published: a figure to be confirmed would make it a draft, and the bot would be silent on it. Empty the cell.`,
        },
        place(sheet, 'confirm'),
      ),
    );
}

/** Every figure of the table and of the snapshot; whatever is wrong with a row goes to `problems`. */
function pairsIn(
  sheet: Sheet,
  snapshot: SnapshotFile,
  programme: ProgrammeFile,
  problems: Problem[],
): readonly Pair[] {
  const known = {
    subjects: new Set(subjectsOf(programme).map(({ id }) => id)),
    documents: new Map(programme.documents.map(({ id, page }) => [id, page === 'row'])),
    notes: new Set(Object.keys(snapshot.notes)),
    english: sheet.english,
    encoding: sheet.encoding === 'unicode' ? ('windows-1252' as const) : sheet.encoding,
  };
  const complainAt =
    ({ row }: SheetRow) =>
    (column: Column, message: Problem['message']) =>
      problems.push(problem(row, message, place(sheet, column)));
  const first = new Map<string, number>();
  const rows = sheet.rows.flatMap((row) => {
    const key = keyIn(row.cells, known, complainAt(row));
    if (!key) return [];
    const name = `${key.document} ${key.subject} ${key.measure} ${key.unit}`;
    const before = first.get(name);
    if (before === undefined) first.set(name, row.row);
    else problems.push(repeated(row.row, name, before));
    return [{ row, key }];
  });
  const placed = placedIn(snapshot);
  const were = matched(
    rows.map(({ key }) => key),
    placed,
  );
  const pairs = rows.flatMap(({ row, key }, at): readonly Pair[] => {
    const was = were[at];
    const figure = figureIn(row.cells, key, was?.figure, known, complainAt(row));
    return figure ? [{ was, now: { document: key.document, figure } }] : [];
  });
  const kept = new Set(were);
  return [...pairs, ...placed.filter((each) => !kept.has(each)).map((was) => ({ was, now: undefined }))];
}

const repeated = (row: number, name: string, before: number) =>
  problem(row, {
    it: `${name}: c’è già alla riga ${before}. Tenerne una.`,
    en: `${name}: already in row ${before}. Keep one of them.`,
  });
