import { setTimeout as delay } from 'node:timers/promises';
import { fingerprint } from './fingerprint.ts';

type WatchOptions = {
  readonly dir: string;
  /** The fingerprint of the files that were loaded last. */
  readonly seen: string;
  /** What to do once they have changed; whether it went well. */
  readonly changed: () => Promise<boolean>;
  readonly signal: AbortSignal;
};

/** A change is seen after 250 ms, and taken for complete after another 250 without one. */
const EVERY_MS = 250;
/** Whoever goes on writing for so long has the files read in between: reading finds out whether they hold still. */
const MOST_UNREST = 4;
/** Reading may fail for reasons that leave no trace on the files: a network mount that was away. */
const AGAIN_MS = 10_000;

/**
 * Looks at the files four times a second, without a word of the file system's: its events do not come over network
 * mounts, are lost when a folder or a link to one is replaced, and run out on busy machines, so that one would have to
 * look as well. Looking takes a millisecond and is the same everywhere. Lasts until aborted; keeps no process alive.
 */
export async function watchFiles({ dir, seen: first, changed, signal }: WatchOptions): Promise<void> {
  let seen = first;
  let before = first;
  let unrest = 0;
  let again = Number.POSITIVE_INFINITY;
  while (await waited(signal)) {
    const now = await fingerprint(dir);
    const quiet = now === before || unrest >= MOST_UNREST;
    unrest = quiet ? 0 : unrest + 1;
    before = now;
    if (!quiet || (now === seen && performance.now() < again)) continue;
    seen = now;
    again = (await changed()) ? Number.POSITIVE_INFINITY : performance.now() + AGAIN_MS;
  }
}

/** False once there is nothing to wait for. */
async function waited(signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  await delay(EVERY_MS, null, { ref: false, signal }).catch(() => null);
  return !signal.aborted;
}
