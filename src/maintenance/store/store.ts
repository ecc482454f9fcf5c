import { loadFiles } from '../../load/load.ts';
import { readState } from '../../load/pending.ts';
import { readFolder } from '../../load/read.ts';
import { changed, type FileChange } from './change.ts';
import { settlePending } from './commit.ts';
import { type HistoryEntry, wholeHistory } from './history.ts';
import { type Held, locked, refused } from './lock.ts';
import {
  type Applied,
  type Base,
  type Candidate,
  type Check,
  type Preview,
  previewOf,
  putInPlace,
  type Signature,
  versionIn,
} from './putInPlace.ts';
import type { Refusal } from './refusal.ts';
import { stageChange, stagedChange } from './staging.ts';
import { listVersions, readVersion, type StoredVersion } from './versions.ts';

/**
 * Changes a dataset's folder: all of a change or nothing, whatever ends the process on the way; one at a time, over all
 * processes; each recorded, and to be undone. What it keeps lies in the folder `.history`.
 */
export type Store = {
  /** The folder's files with the change made to them, read and checked. */
  readonly preview: (change: FileChange) => Promise<Preview>;
  /** `base`: what the folder held when the change was looked at; where given, anything else refuses it as outdated. */
  readonly apply: (change: FileChange, signature: Signature, base?: Base) => Promise<Applied>;
  /** The files of a kept version, in place of the folder's; null where it is kept no longer, or is not what it was. */
  readonly previewRollback: (version: string) => Promise<Preview | null>;
  /** `base` as of `apply`. */
  readonly rollback: (version: string, signature: Signature, base?: Base) => Promise<Applied>;
  /** The last one put in place first; the 50 last are kept. */
  readonly versions: () => Promise<readonly StoredVersion[]>;
  /** The last entry first. */
  readonly history: () => Promise<readonly HistoryEntry[]>;
  /** Keeps files that wait for a person's yes; gives the key by which `staged` finds them, on any process. */
  readonly stage: (change: FileChange) => Promise<{ readonly ok: true; readonly key: string } | Refusal>;
  /** Null where they were never kept, or are kept no longer. */
  readonly staged: (key: string) => Promise<FileChange | null>;
  /** Does what writes the files past the store, while no store changes them; nothing of it is kept or recorded. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T | Refusal>;
  /** Puts the files of a change in place that a process could not finish; readers have heeded it all along. */
  readonly recover: () => Promise<{ readonly ok: true } | Refusal>;
};

/** `check`: who checks a dataset, where not this thread. */
export function openStore(dir: string, check: Check = loadFiles): Store {
  const put = (held: Held, signature: Signature, candidate: Candidate) =>
    putInPlace(dir, check, held, signature, candidate);
  const alone = <T>(work: () => Promise<T>) =>
    locked(dir, async (held) => {
      await settlePending(dir, held);
      return work();
    });
  return {
    preview: (change) => previewOf(dir, check, (raw) => changed(raw, change)),
    apply: (change, signature, base) =>
      locked(dir, (held) =>
        put(held, signature, { action: 'apply', make: (raw) => changed(raw, change), base }),
      ),
    async previewRollback(version) {
      const kept = await readVersion(dir, version);
      return kept && previewOf(dir, check, () => kept);
    },
    rollback: (version, signature, base) =>
      locked(dir, async (held) => {
        const kept = await readVersion(dir, version);
        if (!kept) return { ok: false, reason: 'unknown-version' } as const;
        return put(held, signature, { action: 'rollback', make: () => kept, base });
      }),
    versions: async () => listVersions(dir, versionIn(await readFolder(dir))),
    history: async () => (await wholeHistory(dir)).toReversed(),
    stage: (change) => stageChange(dir, change).then((key) => ({ ok: true, key }) as const, refused),
    staged: (key) => stagedChange(dir, key),
    alone,
    async recover() {
      const { pending } = await readState(dir);
      return pending === null ? { ok: true } : alone(async () => ({ ok: true }) as const);
    },
  };
}
