import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { readOnlyCode } from '../maintenance/store/writable.ts';

/** A volume is mounted anew, or gets read-only after an error of its disk, while the bot runs. */
const EVERY_MS = 5000;

export type ReadOnlyWatch = {
  /** The system's code where the folder is read-only, as it was a few seconds ago. */
  readonly code: () => string | null;
  readonly stop: () => void;
};

/** Knows whether a folder is read-only without a question having to wait for the disk; keeps no process alive. */
export async function watchReadOnly(dir: string, log: Logger): Promise<ReadOnlyWatch> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let code = await readOnlyCode(dir);
  if (code !== null) say(log, dir, code);
  const watch = async () => {
    while (!signal.aborted) {
      await delay(EVERY_MS, null, { ref: false, signal }).catch(() => null);
      if (signal.aborted) return;
      const now = await readOnlyCode(dir);
      if (now !== code) say(log, dir, now);
      code = now;
    }
  };
  void watch();
  return { code: () => code, stop: () => stopping.abort() };
}

function say(log: Logger, dir: string, code: string | null): void {
  if (code === null) log.info({ dir }, 'the folder of the dataset can be written');
  else log.info({ dir, code }, 'the folder of the dataset is read-only: uploads are refused');
}
