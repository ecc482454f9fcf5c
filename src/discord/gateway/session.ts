import { type Client, Events } from 'discord.js';
import type { APIInteraction } from 'discord-api-types/v10';
import { bounded } from '../bounded.ts';
import type { Heard } from '../chat/addressed.ts';
import { describeError } from '../safeError.ts';
import { type ClientOptions, newClient, sessionBudget } from './client.ts';
import type { Connection } from './connection.ts';
import type { Gate } from './gate.ts';
import { fatalClosing, fatalLogin, type SessionEnd, waitFor } from './keepConnected.ts';
import { AUTO, sessionsOf } from './shards.ts';

type SessionContext = ClientOptions & {
  readonly token: string;
  readonly signal: AbortSignal;
  readonly answer: (interaction: APIInteraction) => void;
  readonly hear: (message: Heard, self: string) => void;
  readonly connection: Connection;
  readonly patience?: Patience | undefined;
};

export type Patience = {
  readonly readyMs: number;
  readonly reconnectMs: number;
  /** After which a bot to which nothing happens takes itself for dead. */
  readonly silentMs?: number;
};

/** discord.js identifies anew after 15 s without READY: giving up before costs one IDENTIFY a try, of 1000 a day. */
const PATIENCE: Patience = { readyMs: 14_000, reconnectMs: 30_000 };
/** Discord lets sessions begin five seconds apart; other processes' turns come in between. */
const EACH_FURTHER_TURN_MS = 7000;
const CLOSE_MS = 1000;

/** Logs in and lasts until the connection is lost, refused, stopped, or silent for longer than a healthy one. */
export async function runSession(context: SessionContext): Promise<SessionEnd> {
  const { answer, hear, signal, connection } = context;
  const gate: Gate = { open: true, heard: connection.heard, interaction: answer, message: hear };
  const client = newClient(context, gate);
  const finished = new AbortController();
  const end = await new Promise<SessionEnd>((settle) => {
    const stop = () => settle({ kind: 'stopped' });
    signal.addEventListener('abort', stop, { once: true, signal: finished.signal });
    if (signal.aborted) stop();
    hold(client, context, finished.signal, settle);
  });
  finished.abort();
  gate.open = false;
  if (end.kind !== 'stopped') connection.down({});
  await bounded(client.destroy(), CLOSE_MS);
  return end;
}

type Settle = (end: SessionEnd) => void;

function hold(client: Client, context: SessionContext, finished: AbortSignal, settle: Settle): void {
  const { log, connection, patience = PATIENCE } = context;
  const down = new Set<number>();
  let wasReady = false;
  const lost = () => settle({ kind: 'lost', wasReady });
  const refuse = (say: string | null) => (say === null ? lost() : settle({ kind: 'fatal', say }));
  const watchdog = newWatchdog(finished, (ms) => {
    log.warn({ ms, shardsDown: [...down] }, 'the gateway is silent');
    lost();
  });
  const up = (shard?: number) => {
    if (shard !== undefined) down.delete(shard);
    if (finished.aborted || !wasReady || down.size > 0) return;
    const { shards, shardCount } = client.options;
    connection.up({ shards, shardCount });
    watchdog.rest();
  };
  client.on(Events.ClientReady, () => {
    wasReady = true;
    up();
  });
  client.on(Events.ShardReady, up);
  client.on(Events.ShardResume, up);
  client.on(Events.ShardReconnecting, (shard) => {
    if (finished.aborted) return;
    down.add(shard);
    connection.down({ shard });
    watchdog.watch(patience.reconnectMs);
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (!finished.aborted) connection.down({ code });
    refuse(fatalClosing(code));
  });
  const go = (turns: number) => {
    const patienceMs = patience.readyMs + EACH_FURTHER_TURN_MS * (turns - 1);
    watchdog.watch(patienceMs);
    connection.resting(patienceMs);
    return !finished.aborted;
  };
  logIn(client, context, go).then(
    (end) => end && settle(end),
    (error: unknown) => {
      if (finished.aborted) return;
      const say = fatalLogin(error);
      if (say !== null) return refuse(say);
      log.warn({ err: describeError(error) }, 'cannot log in to Discord');
      settle({ kind: 'lost', wasReady, ...waitFor(error) });
    },
  );
}

/** Barks once when a watch lasts too long; only the first watch before a rest counts. */
function newWatchdog(finished: AbortSignal, bark: (ms: number) => void) {
  let timer: NodeJS.Timeout | undefined;
  const rest = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  finished.addEventListener('abort', rest, { once: true });
  return {
    rest,
    watch(ms: number) {
      if (!finished.aborted) timer ??= setTimeout(bark, ms, ms);
    },
  };
}

/** Null once logged in; `go` learns how many turns the sessions may wait for and may still refuse. */
async function logIn(
  client: Client,
  { token, shards = AUTO, log }: SessionContext,
  go: (turns: number) => boolean,
): Promise<SessionEnd | null> {
  const { remaining, resetAfterMs, ...advice } = await sessionBudget(client, token);
  const { own, turns } = sessionsOf(shards, advice);
  if (shards !== AUTO && shards.count < advice.shards)
    log.warn(
      { count: shards.count, recommended: advice.shards },
      'Discord recommends more shards: raise the number after "/" in SHARDS of every process',
    );
  if (remaining < own) return { kind: 'lost', wasReady: false, waitMs: Math.max(resetAfterMs, 1000) };
  if (go(turns)) await client.login(token);
  return null;
}
