import { hasErrors } from '../programme/finding.ts';
import { type Loaded, loadFiles, versionOf } from '../programme/load.ts';
import { readState } from '../programme/pending.ts';
import { type RawDataset, readFolder } from '../programme/read.ts';
import { changed, differing, type FileChange } from './change.ts';
import { asHistoryEntry, type HistoryEntry, readHistory } from './history.ts';
import { type Held, locked, refused } from './lock.ts';
import { commit, finish } from './place.ts';
import type { Refusal } from './refusal.ts';
import { stageChange, stagedChange } from './staging.ts';
import { keepVersion, listVersions, pruneVersions, readVersion, type StoredVersion } from './versions.ts';

/** Who changes the dataset, when, and why: recorded as it is, so never a secret. */
export type Signature = { readonly by: string; readonly at: Date; readonly why?: string };

export type Applied = { readonly ok: true; readonly entry: HistoryEntry } | Refusal;

/**
 * Changes a dataset's folder: all of a change or nothing, whatever ends the process on the way; one at a time, over all
 * processes; each recorded, and to be undone. What it keeps lies in the folder `.history`.
 */
export type Store = {
  /** The folder's files with the change made to them, read and checked; nothing is written. */
  readonly preview: (change: FileChange) => Promise<{ readonly raw: RawDataset; readonly loaded: Loaded }>;
  /** `base`: the version that the change was made for; where given, another one refuses it as outdated. */
  readonly apply: (change: FileChange, signature: Signature, base?: string) => Promise<Applied>;
  /** `base` as of `apply`. */
  readonly rollback: (version: string, signature: Signature, base?: string) => Promise<Applied>;
  /** The files of a kept version; null where it is kept no longer, or is not what it was. */
  readonly version: (version: string) => Promise<RawDataset | null>;
  /** The last one put in place first; the 50 last are kept. */
  readonly versions: () => Promise<readonly StoredVersion[]>;
  /** The last entry first. */
  readonly history: () => Promise<readonly HistoryEntry[]>;
  /** Keeps files that wait for a person's yes; gives the key by which `staged` finds them, on any process. */
  readonly stage: (change: FileChange) => Promise<{ readonly ok: true; readonly key: string } | Refusal>;
  /** Null where they were never kept, or too long ago. */
  readonly staged: (key: string) => Promise<FileChange | null>;
  /** Puts the files of a change in place that a process could not finish; readers have heeded it all along. */
  readonly recover: () => Promise<{ readonly ok: true } | Refusal>;
};

/** `check`: who checks a dataset, where not this thread. */
export function openStore(dir: string, check: (raw: RawDataset) => Promise<Loaded> = loadFiles): Store {
  const put = (held: Held, action: HistoryEntry['action'], signature: Signature, to: Candidate) =>
    putInPlace(dir, check, held, action, signature, to);
  return {
    async preview(change) {
      const raw = changed(await readFolder(dir), change);
      return { raw, loaded: await check(raw) };
    },
    apply: (change, signature, base) =>
      locked(dir, (held) => put(held, 'apply', signature, { make: (raw) => changed(raw, change), base })),
    rollback: (version, signature, base) =>
      locked(dir, async (held) => {
        const raw = await readVersion(dir, version);
        if (!raw) return { ok: false, reason: 'unknown-version' } as const;
        return put(held, 'rollback', signature, { make: () => raw, base });
      }),
    version: (version) => readVersion(dir, version),
    versions: async () => listVersions(dir, currentVersion(await readFolder(dir))),
    history: async () => (await wholeHistory(dir)).toReversed(),
    stage: (change) => stageChange(dir, change).then((key) => ({ ok: true, key }) as const, refused),
    staged: (key) => stagedChange(dir, key),
    async recover() {
      if ((await readState(dir)).pending === null) return { ok: true };
      return locked(dir, async () => {
        await finish(dir);
        return { ok: true } as const;
      });
    },
  };
}

type Candidate = {
  readonly make: (present: RawDataset) => RawDataset;
  readonly base?: string | undefined;
};

async function putInPlace(
  dir: string,
  check: (raw: RawDataset) => Promise<Loaded>,
  held: Held,
  action: HistoryEntry['action'],
  { by, at, why }: Signature,
  { make, base }: Candidate,
): Promise<Applied> {
  await finish(dir);
  const present = await readFolder(dir);
  const from = currentVersion(present);
  if (base !== undefined && base !== from) return { ok: false, reason: 'outdated', version: from };
  const next = make(present);
  const loaded = await check(next);
  if (!loaded.ok) return { ok: false, reason: 'invalid', findings: loaded.findings };
  const to = loaded.dataset.version;
  if (to === from && !hasErrors(present.findings)) return { ok: false, reason: 'unchanged', version: to };
  if (from !== null) await keepVersion(dir, from, present.files);
  await keepVersion(dir, to, next.files);
  const id = (await readState(dir)).generation + 1;
  const files = differing(present.files, next.files);
  const entry = { id, at: at.toISOString(), by, why: why ?? null, action, from, to, files };
  held.check();
  await commit(dir, entry);
  // It is made: where a file cannot be put in its place now, readers take it from where it is kept.
  await finish(dir).catch(refused);
  await pruneVersions(dir, to);
  return { ok: true, entry };
}

function currentVersion({ files }: RawDataset): string | null {
  return files.length > 0 ? versionOf(files) : null;
}

/** With the change that was made last, which may not be in the file yet. */
async function wholeHistory(dir: string): Promise<readonly HistoryEntry[]> {
  const [written, { pending }] = await Promise.all([readHistory(dir), readState(dir)]);
  const last = asHistoryEntry(pending?.entry);
  return last && !written.some(({ id }) => id === last.id) ? [...written, last] : written;
}
