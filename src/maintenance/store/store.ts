import { type Loaded, loadFiles } from '../../load/load.ts';
import { readState } from '../../load/pending.ts';
import { type RawDataset, readFolder } from '../../load/read.ts';
import { versionOf } from '../../load/version.ts';
import { hasErrors } from '../../model/finding.ts';
import {
  type Applied,
  type Base,
  changed,
  differing,
  type FileChange,
  type Person,
  type Preview,
  type Refusal,
  type Signature,
} from './change.ts';
import { commit, settlePending } from './commit.ts';
import { type HistoryEntry, nextId, readHistory } from './history.ts';
import { type Held, locked, refused } from './lock.ts';
import { addProposal, proposersOf } from './proposals.ts';
import { stageChange, stagedChange } from './staging.ts';
import { keepVersion, listVersions, pruneVersions, readVersion, type StoredVersion } from './versions.ts';
import { tryWriting } from './writable.ts';

/**
 * Changes a dataset's folder: all of a change or nothing, whatever ends the process on the way; one at a time, over all
 * processes; each recorded, and to be undone. What it keeps lies in the folder `.history`.
 */
export type Store = {
  /** The folder's files with the change made to them, read and checked. */
  readonly preview: (change: FileChange) => Promise<Preview>;
  /** `base` is that of the preview; where given, a folder that holds anything else, and not what the change would make, refuses the change as outdated. */
  readonly apply: (change: FileChange, signature: Signature, base?: Base) => Promise<Applied>;
  /** The files of a kept version, in place of the folder's; null where the version is no longer kept, or was altered. */
  readonly previewRollback: (version: string) => Promise<Preview | null>;
  /** `base` as of `apply`. */
  readonly rollback: (version: string, signature: Signature, base?: Base) => Promise<Applied>;
  /** The last one put in place first; the 50 last are kept. */
  readonly versions: () => Promise<readonly StoredVersion[]>;
  /** The last entry first. */
  readonly history: () => Promise<readonly HistoryEntry[]>;
  /** Keeps files that wait for a confirmation; returns the key by which `staged` finds the files, in any process. */
  readonly stage: (change: FileChange) => Promise<{ readonly ok: true; readonly key: string } | Refusal>;
  /** Null where the files were never kept, or are no longer kept. */
  readonly staged: (key: string) => Promise<FileChange | null>;
  /** Records that somebody asks for a staged change or a version, by its key or name. */
  readonly propose: (target: string, person: Person) => Promise<{ readonly ok: true } | Refusal>;
  /** Who asked for it, in any process, within a day and since the dataset was changed last. */
  readonly proposers: (target: string) => Promise<readonly Person[]>;
  /** Whether a change could be written now: tried before anybody is shown one. */
  readonly writable: () => Promise<{ readonly ok: true } | Refusal>;
  /** Runs work that writes the files without the store, while no store changes them; the work is not recorded. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T | Refusal>;
  /** Puts the files of an unfinished change in place; readers have followed that change all along. */
  readonly recover: () => Promise<{ readonly ok: true } | Refusal>;
};

type Check = (raw: RawDataset) => Promise<Loaded>;
/** What a folder would hold in place of what it holds; `base` as of `Store.apply`. */
type Candidate = {
  readonly action: HistoryEntry['action'];
  readonly make: (present: RawDataset) => RawDataset;
  readonly base: Base | undefined;
};

/** `check` checks a dataset, in another thread if need be. */
export function openStore(dir: string, check: Check = loadFiles): Store {
  const settled = <T>(work: (held: Held) => Promise<T>) =>
    locked(dir, async (held) => {
      await settlePending(dir, held);
      return work(held);
    });
  return {
    preview: async (change) => previewOf(await readFolder(dir), check, (raw) => changed(raw, change)),
    apply: (change, signature, base) =>
      settled((held) =>
        put(dir, check, held, signature, { action: 'apply', make: (raw) => changed(raw, change), base }),
      ),
    async previewRollback(version) {
      const kept = await readVersion(dir, version);
      return kept && previewOf(await readFolder(dir), check, () => kept);
    },
    rollback: (version, signature, base) =>
      settled(async (held) => {
        const kept = await readVersion(dir, version);
        if (!kept) return { ok: false, reason: 'unknown-version' } as const;
        return put(dir, check, held, signature, { action: 'rollback', make: () => kept, base });
      }),
    versions: async () => listVersions(dir, versionIn(await readFolder(dir))),
    history: async () => (await readHistory(dir)).toReversed(),
    stage: (change) => locked(dir, async () => ({ ok: true, key: await stageChange(dir, change) }) as const),
    staged: (key) => stagedChange(dir, key),
    propose: (target, person) =>
      locked(dir, async () => {
        await addProposal(dir, target, person);
        return { ok: true } as const;
      }),
    proposers: (target) => proposersOf(dir, target),
    writable: () => tryWriting(dir),
    alone: settled,
    async recover() {
      const { pending } = await readState(dir);
      return pending === null ? { ok: true } : settled(async () => ({ ok: true }) as const);
    },
  };
}

async function previewOf(present: RawDataset, check: Check, make: Candidate['make']): Promise<Preview> {
  const raw = make(present);
  const loaded = await check(raw);
  const base = versionIn(present);
  // A folder with errors always needs the change: a stray file does not count in the folder's version.
  const same = loaded.ok && base === loaded.dataset.version && !hasErrors(present.findings);
  return { raw, loaded, base, same };
}

async function put(
  dir: string,
  check: Check,
  held: Held,
  { by, at, why, askedBy }: Signature,
  { action, make, base }: Candidate,
): Promise<Applied> {
  const present = await readFolder(dir);
  const { raw, loaded, base: from, same } = await previewOf(present, check, make);
  // Where a first confirmation was made and nobody saw it, a second one must not sound as if it had failed.
  if (base !== undefined && base !== from && !same) return { ok: false, reason: 'outdated', version: from };
  if (!loaded.ok) return { ok: false, reason: 'invalid', findings: loaded.findings };
  const to = loaded.dataset.version;
  if (same) return { ok: false, reason: 'unchanged', version: to };
  if (from !== null) await keepVersion(dir, from, present.files);
  await keepVersion(dir, to, raw.files);
  const [id, files] = [await nextId(dir), differing(present.files, raw.files)];
  const asked = askedBy === undefined ? {} : { askedBy };
  const entry = { id, at: at.toISOString(), by, ...asked, why: why ?? null, action, from, to, files };
  await commit(dir, held, entry);
  // The change is made: where a file cannot be put in its place now, readers take it from where it is kept.
  await settlePending(dir, held).catch(refused);
  await pruneVersions(dir, to).catch(refused);
  return { ok: true, entry };
}

function versionIn({ files }: RawDataset): Base {
  return files.length > 0 ? versionOf(files) : null;
}
