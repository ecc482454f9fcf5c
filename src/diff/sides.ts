import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Loaded, loadDataset, loadFiles } from '../load/load.ts';
import { PROGRAMME_FILE, type RawDataset, type RawFile, readFolder } from '../load/read.ts';
import { isDraft, withDraft } from '../load/withDraft.ts';
import type { Dataset, Snapshot } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';

/** One side of a diff as it was found: a whole dataset, or one date of one. */
export type Found =
  | { readonly is: 'dataset'; readonly dataset: Dataset }
  /** `left`: how much of a draft is still to be confirmed; null where the snapshot is none. */
  | {
      readonly is: 'snapshot';
      readonly dataset: Dataset;
      readonly snapshot: Snapshot;
      readonly left: number | null;
    }
  /** `folder` is where the findings' files lie; empty where they are named in full. */
  | { readonly is: 'broken'; readonly loaded: Loaded; readonly folder: string }
  /** `dates` are those that could have been named. */
  | { readonly is: 'missing'; readonly dates: readonly string[] };

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A folder, a snapshot file, or a date of the dataset in `dataDir`; a draft, too, by its file or its date. */
export async function sideAt(what: string, dataDir: string): Promise<Found> {
  const entry = await stat(what).catch(() => null);
  if (entry?.isDirectory()) return inFolder(what);
  if (entry?.isFile() && basename(what) !== PROGRAMME_FILE) return inFile(what, dataDir);
  const raw = await readFolder(dataDir);
  if (isDraft(raw, placeOf(what))) return at(raw, what, (findings) => broken(findings, dataDir));
  const loaded = await loadFiles(raw);
  if (!loaded.ok) {
    return DATE.test(what) ? { is: 'broken', loaded, folder: dataDir } : { is: 'missing', dates: [] };
  }
  const { dataset, drafts } = loaded;
  const snapshot = dataset.snapshots.find(({ date }) => date === what);
  if (snapshot) return { is: 'snapshot', dataset, snapshot, left: null };
  return { is: 'missing', dates: [...dataset.snapshots, ...drafts].map(({ date }) => date).toSorted() };
}

const placeOf = (date: string) => `snapshots/${date}.json`;

async function inFolder(folder: string): Promise<Found> {
  const loaded = await loadDataset(folder);
  return loaded.ok ? { is: 'dataset', dataset: loaded.dataset } : { is: 'broken', loaded, folder };
}

/**
 * A snapshot file with the programme and the other dates of its own dataset, or of `dataDir` where it lies in none:
 * it may be called anything, and takes the place of its date.
 */
async function inFile(path: string, dataDir: string): Promise<Found> {
  const own = dirname(dirname(path));
  const base = (await stat(join(own, PROGRAMME_FILE)).catch(() => null)) ? own : dataDir;
  const raw = await readFolder(base);
  const bytes = await readFile(path);
  const date = dateIn(bytes) ?? basename(path, '.json');
  const place = placeOf(date);
  const files = [...raw.files.filter(({ file }) => file !== place), { file: place, bytes }];
  return at({ ...raw, files: files.toSorted(byName) }, date, (findings) =>
    broken(
      findings.map((finding) => ({
        ...finding,
        file: finding.file === place ? path : join(base, finding.file),
      })),
      '',
    ),
  );
}

const byName = (a: RawFile, b: RawFile) => (a.file < b.file ? -1 : 1);

const broken = (findings: readonly Finding[], folder: string): Found => ({
  is: 'broken',
  loaded: { ok: false, findings },
  folder,
});

/** One date of a dataset, which is there. */
async function at(
  raw: RawDataset,
  date: string,
  refused: (findings: readonly Finding[]) => Found,
): Promise<Found> {
  const draft = isDraft(raw, placeOf(date)) ? withDraft(raw, placeOf(date)) : null;
  const read = draft ?? (await loadFiles(raw));
  if (!read.ok) return refused(read.findings);
  const { dataset } = read;
  const snapshot = dataset.snapshots.find((each) => each.date === date);
  return snapshot
    ? { is: 'snapshot', dataset, snapshot, left: draft?.ok ? draft.left : null }
    : { is: 'missing', dates: [] };
}

/** The date that a file says it is of; whether it is right is for the check to say. */
function dateIn(bytes: Uint8Array): string | null {
  const [, date = null] = /"date"\s*:\s*"(\d{4}-\d{2}-\d{2})"/.exec(new TextDecoder().decode(bytes)) ?? [];
  return date;
}
