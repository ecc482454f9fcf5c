import { setTimeout as sleep } from 'node:timers/promises';
import { codesOf } from '../safeError.ts';
import type { Connection } from './connection.ts';

/** How one connection ended: for good, or worth another try, at the earliest after `waitMs` where that is known. */
export type SessionEnd =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'fatal'; readonly say: string }
  | { readonly kind: 'lost'; readonly wasReady: boolean; readonly waitMs?: number };

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** Connects again for ever, until stopped (null) or refused for good (what to change). */
export async function keepConnected(
  connect: () => Promise<SessionEnd>,
  signal: AbortSignal,
  { log, trying, resting }: Pick<Connection, 'log' | 'trying' | 'resting'>,
): Promise<string | null> {
  for (let failures = 0; ; ) {
    trying();
    const end = await connect();
    if (end.kind === 'fatal') return end.say;
    if (end.kind === 'stopped' || signal.aborted) return null;
    failures = end.wasReady ? 1 : failures + 1;
    const retryInMs = end.waitMs ?? backoff(failures);
    log.warn({ failures, retryInMs }, 'not connected to Discord, trying again');
    resting(retryInMs);
    await sleep(retryInMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return null;
  }
}

/** 1 s, 2 s, 4 s … 60 s, less up to half of it: replicas that fell together do not return together. */
export function backoff(failures: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16));
  return Math.round(ceiling * (1 - random() / 2));
}

const NEW_TOKEN =
  'copy a fresh one from the developer portal, page "Bot", "Reset Token", into DISCORD_TOKEN and start again';
const OTHER_SHARDS =
  'give every process SHARDS=A-B/N with the same N, of which each shard from 0 to N-1 is held by one process, or remove SHARDS; remove SHARD_COUNT and SHARDING_MANAGER from the environment, and start again';

/** Closings of the gateway after which trying again cannot help: what a person must change, in one line. */
const FATAL_CLOSINGS: Readonly<Record<number, string>> = {
  4004: `Discord does not accept the bot token (4004): ${NEW_TOKEN}.`,
  4010: `Discord refuses this shard (4010): ${OTHER_SHARDS}.`,
  4011: `Discord wants this bot to have more shards (4011): raise N, or leave the number to Discord: ${OTHER_SHARDS}.`,
  4012: 'Discord no longer speaks this version of its gateway (4012): update discord.js and start again.',
  4013: 'Discord does not know the intents asked for (4013): update discord.js and start again.',
  4014: 'Discord does not allow the intents asked for (4014): switch them on in the developer portal, page "Bot", and start again.',
};

export function fatalClosing(code: number): string | null {
  return FATAL_CLOSINGS[code] ?? null;
}

/** A refused token is the only failed login that waiting cannot mend; each further try counts towards an IP ban. */
export function fatalLogin(error: unknown): string | null {
  const { code, status } = codesOf(error);
  if (status !== 401 && code !== 'TokenInvalid') return null;
  return `Discord does not accept the bot token (401): ${NEW_TOKEN}.`;
}

/** How long Discord wants to be left alone; an hour, where it has had enough of an address. */
export function waitFor(error: unknown): { readonly waitMs?: number } {
  if (!(error instanceof Error) || !('retryAfter' in error)) return {};
  const { retryAfter } = error;
  return typeof retryAfter === 'number' && retryAfter > 0 ? { waitMs: Math.max(retryAfter, FIRST_MS) } : {};
}
