import { readFile } from 'node:fs/promises';
import { type Loaded, loadFiles } from '../../load/load.ts';
import { type RawDataset, type RawFile, readFolder } from '../../load/read.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { snapshotText } from '../form/canonicalText.ts';
import { content } from '../form/formatted.ts';
import { overlaid } from '../form/overlaid.ts';
import { formatOf } from './detect.ts';
import { type Given, merged } from './merge.ts';
import { type Problem, problem, readTable } from './table.ts';

/** A snapshot file as it would become; `before` is null where there is none. */
export type Change = { readonly file: string; readonly before: string | null; readonly after: string };

/** What a CSV file came to. */
export type Read = { readonly document: string; readonly figures: number; readonly skipped: number };

/** Either what to write, checked as a whole dataset, or why nothing may be written. */
export type Plan =
  | { readonly ok: true; readonly reads: readonly Read[]; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly refused: readonly { readonly file: string; readonly problem: Problem }[] }
  | { readonly ok: false; readonly unsound: Loaded };

/** What importing CSV files into the dataset of a folder would write. Writes nothing. */
export async function planImport(dir: string, files: readonly string[]): Promise<Plan> {
  const raw = await readFolder(dir);
  const loaded = await loadFiles(raw);
  if (!loaded.ok) return { ok: false, unsound: loaded };
  const taken = await Promise.all(
    files.map(async (file) => ({ file, ...(await take(file, loaded.dataset)) })),
  );
  const refused = taken.flatMap(({ file, problems }) => problems.map((problem) => ({ file, problem })));
  if (refused.length > 0) return { ok: false, refused };
  const changes = changesTo(
    raw,
    taken.flatMap(({ given }) => given),
    loaded.dataset.programme,
  );
  const after = await loadFiles(
    overlaid(
      raw,
      changes.map(({ file, after: text }) => ({ file, text })),
    ),
  );
  if (!after.ok) return { ok: false, unsound: after };
  return { ok: true, reads: taken.flatMap(({ read }) => read), changes };
}

type Taken = {
  readonly given: readonly Given[];
  readonly problems: readonly Problem[];
  readonly read: readonly Read[];
};

const failed = (problems: readonly Problem[]): Taken => ({ given: [], problems, read: [] });

async function take(file: string, { programme }: Dataset): Promise<Taken> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null)
    return failed([problem(null, 'Il file non si può leggere.', 'The file cannot be read.')]);
  const table = readTable(bytes);
  if (!('columns' in table)) return failed(table);
  const format = formatOf(table);
  if (!('take' in format)) return failed(format);
  const document = programme.documents.find(({ import: is, page }) => is === format.is && page === 'row')?.id;
  if (document === undefined) {
    return failed([
      problem(
        null,
        `In programme.json manca un documento con "import": "${format.is}" e "page": "row".`,
        `programme.json lacks a document with "import": "${format.is}" and "page": "row".`,
      ),
    ]);
  }
  const { figures, problems, skipped } = format.take(table.rows, programme);
  if (problems.length > 0) return failed(problems);
  if (figures.length === 0) return failed([problem(null, 'Nessuna cifra.', 'No figure.')]);
  const dates = [...new Set(figures.map(({ date }) => date))];
  const given = dates.map((date) => ({
    date,
    document,
    figures: figures.filter((dated) => dated.date === date).map(({ figure }) => figure),
  }));
  return { given, problems: [], read: [{ document, figures: figures.length, skipped }] };
}

function changesTo(raw: RawDataset, given: readonly Given[], programme: ProgrammeFile): readonly Change[] {
  const dates = [...new Set(given.map(({ date }) => date))].toSorted();
  return dates.flatMap((date) => {
    const file = `snapshots/${date}.json`;
    const there = raw.files.find((other) => other.file === file);
    const before = textOf(there);
    const was = there ? (content(there) as SnapshotFile) : null;
    const now = given
      .filter((each) => each.date === date)
      .reduce<SnapshotFile | null>((snapshot, each) => merged(snapshot, each, programme), was);
    return now === null || JSON.stringify(now) === JSON.stringify(was)
      ? []
      : [{ file, before, after: snapshotText(now) }];
  });
}

function textOf(file: RawFile | undefined): string | null {
  return file ? new TextDecoder().decode(file.bytes) : null;
}
