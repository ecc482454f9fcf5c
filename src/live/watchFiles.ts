import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stateFile } from '../load/pending.ts';
import { PROGRAMME_FILE, SNAPSHOTS } from '../load/read.ts';

type WatchOptions = {
  readonly dir: string;
  /** Files that the dataset is compared with, wherever they lie; asked at each look. */
  readonly beside: () => readonly string[];
  /** The fingerprint of the files that were loaded last. */
  readonly loaded: string;
  /** Whether these files were good. */
  readonly good: boolean;
  /** What to do once the files have changed; the answer says whether that went well. */
  readonly changed: () => Promise<boolean>;
  readonly signal: AbortSignal;
};

/** A change is noticed after 250 ms, and counts as complete after another 250 ms without a change. */
const EVERY_MS = 250;
/** After so many unquiet looks the files are read anyway: the reading itself finds out whether the files hold still. */
const MOST_UNREST = 4;
/** Reading may fail for reasons that leave no trace on the files: a network mount that was away. */
const AGAIN_MS = 10_000;

/**
 * Looks at the files four times a second, instead of listening to the file system: events do not cross network
 * mounts, are lost when a folder or a link to a folder is replaced, and run out on busy machines, so that looking would
 * be needed as well. Looking takes a millisecond and is the same everywhere. Lasts until aborted; keeps no process alive.
 */
export async function watchFiles({
  dir,
  beside,
  loaded: first,
  good,
  changed,
  signal,
}: WatchOptions): Promise<void> {
  let loaded = first;
  let before = first;
  let unrest = 0;
  const later = (went: boolean) => (went ? Number.POSITIVE_INFINITY : performance.now() + AGAIN_MS);
  let again = later(good);
  while (await waited(signal)) {
    const now = (await fingerprint(dir)) + (await marksOf(beside()));
    const quiet = now === before || unrest >= MOST_UNREST;
    unrest = quiet ? 0 : unrest + 1;
    before = now;
    if (!quiet || (now === loaded && performance.now() < again)) continue;
    loaded = now;
    again = later(await changed());
  }
}

/** False once there is nothing to wait for. */
async function waited(signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  await delay(EVERY_MS, null, { ref: false, signal }).catch(() => null);
  return !signal.aborted;
}

/**
 * A text that changes whenever a file of the dataset is written, replaced, added or removed, or a link on the way to
 * it is pointed elsewhere. No file is read: a dozen of them cost a millisecond.
 *
 * One file after the other: on a network mount that hangs, this holds one of the process's four threads for files,
 * and the others go on looking up Discord's addresses.
 */
export async function fingerprint(dir: string): Promise<string> {
  const snapshots = join(dir, SNAPSHOTS);
  const names = await readdir(snapshots).catch(errorCode);
  const shown = typeof names === 'string' ? [] : names.filter((name) => !name.startsWith('.')).sort();
  const paths = shown.map((name) => join(snapshots, name));
  const listed = typeof names === 'string' ? names : shown.join('/');
  return listed + (await marksOf([join(dir, PROGRAMME_FILE), stateFile(dir), ...paths]));
}

/** The same of single files, one line each. */
export async function marksOf(paths: readonly string[]): Promise<string> {
  const marks: string[] = [];
  for (const path of paths) marks.push(await mark(path));
  return marks.map((each) => `\n${each}`).join('');
}

/** The change time as well: it tells where a tool has set the other one back. */
async function mark(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch (error) {
    return errorCode(error);
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
