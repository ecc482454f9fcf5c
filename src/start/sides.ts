import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { loadDataset, loadFiles } from '../load/load.ts';
import { PROGRAMME_FILE, type RawDataset, readFolder } from '../load/read.ts';
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
  | { readonly is: 'broken'; readonly findings: readonly Finding[]; readonly folder: string }
  /** `dates` are those that could have been named. */
  | { readonly is: 'missing'; readonly dates: readonly string[] };

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A folder, a snapshot file, or a date of the dataset in `dataDir`; a draft, too, by its file or its date. */
export async function sideAt(what: string, dataDir: string): Promise<Found> {
  const entry = await stat(what).catch(() => null);
  if (entry?.isDirectory()) return inFolder(what);
  if (entry?.isFile() && basename(what) !== PROGRAMME_FILE) return inFile(what, dataDir);
  const side = await atDate(await readFolder(dataDir), what, dataDir);
  return side.is === 'broken' && !DATE.test(what) ? { is: 'missing', dates: [] } : side;
}

async function inFolder(folder: string): Promise<Found> {
  const loaded = await loadDataset(folder);
  if (!loaded.ok) return { is: 'broken', findings: loaded.findings, folder };
  return { is: 'dataset', dataset: loaded.dataset };
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
  const file = placeOf(date);
  const files = [...raw.files.filter((other) => other.file !== file), { file, bytes }];
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const side = await atDate({ ...raw, files: sorted }, date, '');
  if (side.is !== 'broken') return side;
  const inFull = (name: string) => (name === file ? path : join(base, name));
  return { ...side, findings: side.findings.map((finding) => ({ ...finding, file: inFull(finding.file) })) };
}

const placeOf = (date: string) => `snapshots/${date}.json`;

async function atDate(raw: RawDataset, date: string, folder: string): Promise<Found> {
  const draft = isDraft(raw, placeOf(date)) ? withDraft(raw, placeOf(date)) : null;
  const read = draft ?? (await loadFiles(raw));
  if (!read.ok) return { is: 'broken', findings: read.findings, folder };
  const { snapshots } = read.dataset;
  const snapshot = snapshots.find((each) => each.date === date);
  if (snapshot)
    return { is: 'snapshot', dataset: read.dataset, snapshot, left: draft?.ok ? draft.left : null };
  const drafts = 'drafts' in read ? read.drafts : [];
  return { is: 'missing', dates: [...snapshots, ...drafts].map((each) => each.date).toSorted() };
}

/** The date that a file says it is of; whether it is right is for the check to say. */
function dateIn(bytes: Uint8Array): string | null {
  const [, date = null] = /"date"\s*:\s*"(\d{4}-\d{2}-\d{2})"/.exec(new TextDecoder().decode(bytes)) ?? [];
  return date;
}
