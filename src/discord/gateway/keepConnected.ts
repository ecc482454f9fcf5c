import { setTimeout as sleep } from 'node:timers/promises';

/** How one connection ended: for good, or worth another try, at the earliest after `waitMs` where that is known. */
export type SessionEnd =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'fatal'; readonly say: string }
  | { readonly kind: 'lost'; readonly wasReady: boolean; readonly waitMs?: number };

type Log = { readonly warn: (details: object, message: string) => void };

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** Connects again for ever, until stopped (null) or refused for good (what to change). */
export async function keepConnected(
  connect: () => Promise<SessionEnd>,
  signal: AbortSignal,
  log: Log,
): Promise<string | null> {
  for (let failures = 0; ; ) {
    const end = await connect();
    if (end.kind === 'fatal') return end.say;
    if (end.kind === 'stopped' || signal.aborted) return null;
    failures = end.wasReady ? 1 : failures + 1;
    const retryInMs = end.waitMs ?? backoff(failures);
    log.warn({ failures, retryInMs }, 'not connected to Discord, trying again');
    await sleep(retryInMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return null;
  }
}

/** 1 s, 2 s, 4 s … 60 s, less up to half of it: replicas that fell together do not return together. */
export function backoff(failures: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16));
  return Math.round(ceiling * (1 - random() / 2));
}
