import type { APIInteraction } from 'discord-api-types/v10';
import { bounded } from '../bounded.ts';
import type { Heard } from '../chat/addressed.ts';
import { describeError } from '../safeError.ts';
import { fatalClosing, fatalLogin, type SessionEnd } from './keepConnected.ts';

/** How many sessions Discord still lets this bot begin, and when that number starts anew. */
type Budget = { readonly remaining: number; readonly resetAfterMs: number; readonly shards: number };

/** One client of Discord's gateway: logged in once, closed once. */
export type Line = {
  readonly budget: (token: string) => Promise<Budget>;
  readonly login: (token: string) => Promise<unknown>;
  readonly listen: (events: LineEvents) => void;
  readonly close: () => Promise<void>;
};

type LineEvents = {
  readonly ready: () => void;
  readonly shardUp: (id: number) => void;
  readonly shardDown: (id: number) => void;
  /** The client has given up. */
  readonly closed: (code: number) => void;
  readonly interaction: (interaction: APIInteraction) => void;
  readonly message: (message: Heard, self: string) => void;
};

type SessionContext = {
  readonly token: string;
  readonly signal: AbortSignal;
  readonly log: { readonly [K in 'info' | 'warn']: (details: object, message: string) => void };
  readonly answer: (interaction: APIInteraction) => void;
  readonly hear: (message: Heard, self: string) => void;
  /** The bot's one word on whether it is reachable. */
  readonly state: { ready: boolean };
  readonly patience?: Patience | undefined;
};

export type Patience = { readonly readyMs: number; readonly reconnectMs: number };

/** discord.js identifies anew after 15 s without READY: giving up before costs one IDENTIFY a try, of 1000 a day. */
const PATIENCE: Patience = { readyMs: 14_000, reconnectMs: 30_000 };
const EACH_FURTHER_SHARD_MS = 7000;
const CLOSE_MS = 1000;

/** Logs in and lasts until the line is lost, refused, stopped, or silent for longer than a healthy one. */
export async function runSession(line: Line, context: SessionContext): Promise<SessionEnd> {
  const { signal, state } = context;
  const finished = new AbortController();
  const end = await new Promise<SessionEnd>((settle) => {
    const stop = () => settle({ kind: 'stopped' });
    signal.addEventListener('abort', stop, { once: true, signal: finished.signal });
    if (signal.aborted) stop();
    hold(line, context, finished.signal, settle);
  });
  finished.abort();
  state.ready = false;
  await bounded(line.close(), CLOSE_MS);
  return end;
}

type Settle = (end: SessionEnd) => void;

function hold(line: Line, context: SessionContext, finished: AbortSignal, settle: Settle): void {
  const { log, state, answer, hear, patience = PATIENCE } = context;
  const down = new Set<number>();
  let wasReady = false;
  const lost = () => settle({ kind: 'lost', wasReady });
  const refuse = (say: string | null) => (say === null ? lost() : settle({ kind: 'fatal', say }));
  const watchdog = startWatchdog(finished, (ms) => {
    log.warn({ ms, shardsDown: [...down] }, 'the gateway is silent');
    lost();
  });
  const up = () => {
    state.ready = true;
    watchdog.rest();
  };
  const during =
    <T extends readonly unknown[]>(react: (...values: T) => void) =>
    (...values: T) =>
      finished.aborted || react(...values);
  line.listen({
    ready: during(() => {
      wasReady = true;
      log.info({}, 'connected to Discord');
      up();
    }),
    shardUp: during((id) => {
      down.delete(id);
      if (wasReady && down.size === 0) up();
    }),
    shardDown: during((id) => {
      down.add(id);
      state.ready = false;
      watchdog.watch(patience.reconnectMs);
    }),
    closed: during((code) => refuse(fatalClosing(code))),
    interaction: during(answer),
    message: during(hear),
  });
  const go = (shards: number) => {
    watchdog.watch(patience.readyMs + EACH_FURTHER_SHARD_MS * (shards - 1));
    return !finished.aborted;
  };
  logIn(line, context.token, go).then(
    (outcome) => outcome && settle(outcome),
    during((error: unknown) => {
      const say = fatalLogin(error);
      if (say === null) log.warn({ err: describeError(error) }, 'cannot log in to Discord');
      refuse(say);
    }),
  );
}

/** Barks once when watched for longer than it was told to; the first watch counts. */
function startWatchdog(finished: AbortSignal, bark: (ms: number) => void) {
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

/** Null once logged in; `go` hears how many shards there will be and may still refuse. */
async function logIn(line: Line, token: string, go: (shards: number) => boolean): Promise<SessionEnd | null> {
  const { remaining, resetAfterMs, shards } = await line.budget(token);
  if (remaining < shards) return { kind: 'lost', wasReady: false, waitMs: Math.max(resetAfterMs, 1000) };
  if (go(shards)) await line.login(token);
  return null;
}
