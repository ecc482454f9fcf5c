import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lock } from 'proper-lockfile';
import { historyFolder } from '../../load/historyFolder.ts';
import type { Refusal } from './change.ts';

/** The lock of a dead process ends after so long; a living process renews its lock every second. */
const STALE_MS = 5000;
const UPDATE_MS = 1000;
/** A lock of the folder: what it guards are other files than those of another lock. */
export type Lock = {
  readonly name: string;
  readonly retries: { readonly retries: number; readonly minTimeout: number; readonly maxTimeout: number };
  /** What a killed holder leaves half-written. */
  readonly leftover: RegExp;
};

/** On the dataset: tried for long enough to outwait a dead process. */
const DATASET_LOCK: Lock = {
  name: 'lock',
  retries: { retries: 40, minTimeout: 150, maxTimeout: 300 },
  leftover: /^(\.new-|(state\.json|history\.jsonl|proposals\.json)\.)/,
};
/** On the reports: whoever pressed waits for an answer, which Discord wants within three seconds. */
export const REPORTS_LOCK: Lock = {
  name: 'reports.lock',
  retries: { retries: 12, minTimeout: 50, maxTimeout: 150 },
  leftover: /^reports\.jsonl\./,
};
/** On the questions that found no answer: nobody waits, and whoever does not get it tries again later. */
export const MISSED_LOCK: Lock = {
  name: 'missed.lock',
  retries: { retries: 20, minTimeout: 50, maxTimeout: 150 },
  leftover: /^missed\.jsonl\./,
};

/** The lock was lost, to a process that took this one for dead: what was begun must not be finished. */
class LockLost extends Error {}

/** `check` throws where the lock was lost. */
export type Held = { readonly check: () => void };

/** Between the program that takes the lock and the function that writes lie many that need not know of either. */
const HOLDING = new AsyncLocalStorage<{ readonly dir: string; readonly held: Held }>();

/** The lock on a dataset within which the caller runs; null where it runs within none. */
export function heldOn(dir: string): Held | null {
  const holding = HOLDING.getStore();
  return holding?.dir === resolve(dir) ? holding.held : null;
}

/**
 * Does the work while no other process changes what the lock guards, the dataset if not said otherwise, on this machine
 * or another. A folder that cannot be written and a lock that cannot be had are refusals.
 */
export async function locked<T>(
  dir: string,
  work: (held: Held) => Promise<T>,
  kind: Lock = DATASET_LOCK,
): Promise<T | Refusal> {
  const { name, retries, leftover } = kind;
  const losing = new AbortController();
  try {
    const folder = await historyFolder(dir);
    await requireWritable(folder);
    // By its first argument the library tells apart what one process holds: two locks of a folder must not share it.
    const file = join(folder, name);
    const release = await lock(file, {
      lockfilePath: file,
      realpath: false,
      stale: STALE_MS,
      update: UPDATE_MS,
      retries: { ...retries, factor: 1, randomize: true },
      onCompromised: () => losing.abort(new LockLost()),
    });
    try {
      await sweep(folder, leftover);
      const held = { check: () => losing.signal.throwIfAborted() };
      if (kind !== DATASET_LOCK) return await work(held);
      return await HOLDING.run({ dir: resolve(dir), held }, () => work(held));
    } finally {
      await release().catch(() => undefined);
    }
  } catch (error) {
    return refused(error);
  }
}

/** The lock would be tried for as long as another process holds it, whatever keeps it from being had. */
async function requireWritable(folder: string): Promise<void> {
  const probe = join(folder, `.new-${randomUUID()}`);
  await writeFile(probe, '');
  await rm(probe, { force: true });
}

/** Removes what a killed process left half-written: whoever holds the lock is the only writer. */
async function sweep(folder: string, leftover: RegExp): Promise<void> {
  // Earlier releases put the files of a version together in the folder of the versions.
  for (const place of [folder, join(folder, 'versions')]) {
    const names = await readdir(place).catch(() => []);
    const left = names.filter((name) => leftover.test(name));
    for (const name of left) await rm(join(place, name), { recursive: true, force: true });
  }
}

/** An error of the file system is a refusal; any other is a bug. */
export function refused(error: unknown): Refusal {
  if (error instanceof LockLost) return { ok: false, reason: 'busy' };
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  if (error.code === 'ELOCKED') return { ok: false, reason: 'busy' };
  if (!/^E[A-Z0-9]+$/.test(error.code)) throw error;
  return { ok: false, reason: 'unwritable', code: error.code };
}
