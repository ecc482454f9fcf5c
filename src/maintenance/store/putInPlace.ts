import { type Loaded, versionOf } from '../../load/load.ts';
import { type RawDataset, readFolder } from '../../load/read.ts';
import { hasErrors } from '../../model/finding.ts';
import { differing } from './change.ts';
import { commit, settlePending } from './commit.ts';
import { type HistoryEntry, nextId } from './history.ts';
import { type Held, refused } from './lock.ts';
import type { Refusal } from './refusal.ts';
import { keepVersion, pruneVersions } from './versions.ts';

/** Who changes the dataset, when, and why: recorded as it is, so never a secret. */
export type Signature = { readonly by: string; readonly at: Date; readonly why?: string };

export type Applied = { readonly ok: true; readonly entry: HistoryEntry } | Refusal;

/** What a folder holds, whether it is a good dataset or not; null where it holds no file of one. */
export type Base = string | null;

/** What a change would make of a folder; nothing is written. */
export type Preview = {
  readonly raw: RawDataset;
  readonly loaded: Loaded;
  /** What the change was looked at for. */
  readonly base: Base;
  /** Whether there is nothing to change. */
  readonly same: boolean;
};

/** `base` of those who looked at the change before; where it is not the folder's, the change is outdated. */
export type Candidate = {
  readonly action: HistoryEntry['action'];
  readonly make: (present: RawDataset) => RawDataset;
  readonly base?: Base | undefined;
};

/** Who checks a dataset. */
export type Check = (raw: RawDataset) => Promise<Loaded>;

export async function previewOf(dir: string, check: Check, make: Candidate['make']): Promise<Preview> {
  const present = await readFolder(dir);
  const raw = make(present);
  const loaded = await check(raw);
  const same = loaded.ok && isSame(present, loaded.dataset.version);
  return { raw, loaded, base: versionIn(present), same };
}

/** Only for who holds the lock. */
export async function putInPlace(
  dir: string,
  check: Check,
  held: Held,
  { by, at, why }: Signature,
  { action, make, base }: Candidate,
): Promise<Applied> {
  await settlePending(dir, held);
  const present = await readFolder(dir);
  const from = versionIn(present);
  if (base !== undefined && base !== from) return { ok: false, reason: 'outdated', version: from };
  const next = make(present);
  const loaded = await check(next);
  if (!loaded.ok) return { ok: false, reason: 'invalid', findings: loaded.findings };
  const to = loaded.dataset.version;
  if (isSame(present, to)) return { ok: false, reason: 'unchanged', version: to };
  if (from !== null) await keepVersion(dir, from, present.files);
  await keepVersion(dir, to, next.files);
  const [id, files] = [await nextId(dir), differing(present.files, next.files)];
  const entry = { id, at: at.toISOString(), by, why: why ?? null, action, from, to, files };
  held.check();
  await commit(dir, entry);
  await tidied(dir, held, to);
  return { ok: true, entry };
}

/** The change is made: where a file cannot be put in its place now, readers take it from where it is kept. */
async function tidied(dir: string, held: Held, version: string): Promise<void> {
  await settlePending(dir, held).catch(refused);
  await pruneVersions(dir, version).catch(refused);
}

/** A folder with errors is never what it should be: a stray file in it is no part of its version. */
function isSame(present: RawDataset, version: string): boolean {
  return versionIn(present) === version && !hasErrors(present.findings);
}

export function versionIn({ files }: RawDataset): Base {
  return files.length > 0 ? versionOf(files) : null;
}
