import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for `work`, however it ends, but not longer than `ms`. */
export async function bounded(work: Promise<unknown>, ms: number): Promise<void> {
  const timer = new AbortController();
  const late = sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined);
  await Promise.race([work.catch(() => undefined), late]);
  timer.abort();
}
