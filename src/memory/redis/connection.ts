import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@redis/client';

export type RedisLog = {
  readonly [K in 'info' | 'warn']: (details: object, message: string) => void;
};

type Client = ReturnType<typeof newClient>;

/** Valkey or Redis, for which an answer to a person does not wait. */
export type Connection = {
  /** Undefined where it is out of reach, refuses, or is slow. Never rejects, and asks nothing of one that was slow before. */
  readonly call: <T>(command: (client: Client) => Promise<T>) => Promise<T | undefined>;
  /** Waits longer, and also for one that was slow: for what must not be done twice. */
  readonly insist: Connection['call'];
  readonly close: () => Promise<void>;
};

const CALL_MS = 150;
const INSIST_MS = 750;
/** For the first connection: a process that has just started should not begin without its memory. */
const START_MS = 1000;
const PROBE_MS = 1000;
/** A connection on which nothing moves for so long is given up; the calls of `KEEP_MS` move something. */
const SILENT_MS = 10_000;
const KEEP_MS = 4000;
const LONGEST_RETRY_MS = 1000;
/** Calls that wait for their replies; nobody waits for them any more, but they keep their places. */
const MOST_WAITING = 1000;

const AWAY =
  'Redis is out of reach: questions are answered, but not as following another; is it running, and is REDIS_URL right?';

/** `probeKey` is written to see whether Redis takes what it is given. Connects in the background, for ever. */
export async function connectRedis(url: string, probeKey: string, log: RedisLog): Promise<Connection> {
  const client = newClient(url);
  /** `unknown` until the first connection; who is away is probed, and asked nothing until the probe succeeds. */
  let state: 'unknown' | 'there' | 'away' = 'unknown';
  let probing = false;
  let suspected = false;
  const isThere = () => state === 'there';
  const closing = new AbortController();

  const lost = (error: unknown) => {
    if (state !== 'away' && !closing.signal.aborted) log.warn({ code: codeOf(error) }, AWAY);
    state = 'away';
    if (client.isReady) void probe();
  };
  const found = () => {
    if (isThere()) return;
    log.info({}, state === 'away' ? 'Redis is there again' : 'connected to Redis');
    state = 'there';
  };
  /** One at a time: of a Redis that hangs, the connection is given up before another is sent. */
  const probe = async () => {
    if (probing) return;
    probing = true;
    while (client.isReady && !isThere()) {
      await client.set(probeKey, '', { expiration: { type: 'PX', value: PROBE_MS } }).then(found, lost);
      if (!isThere()) await sleep(PROBE_MS, undefined, { ref: false });
    }
    probing = false;
  };
  /** One late reply may be anybody's: away is who does not answer for a whole second. */
  const suspect = async () => {
    if (suspected || !isThere()) return;
    suspected = true;
    const answered = client.set(probeKey, '', { expiration: { type: 'PX', value: PROBE_MS } });
    await Promise.race([answered, tooLate(PROBE_MS).then((late) => Promise.reject(late))]).catch(lost);
    suspected = false;
  };
  const asked = async <T>(command: (client: Client) => Promise<T>, ms: number): Promise<T | undefined> => {
    const replied = command(client).then((reply) => ({ reply }), lost);
    const outcome = await Promise.race([replied, tooLate(ms)]);
    if (outcome === LATE) void suspect();
    return outcome && 'reply' in outcome ? outcome.reply : undefined;
  };
  const call: Connection['call'] = async (command) =>
    client.isReady && isThere() ? asked(command, CALL_MS) : undefined;
  const insist: Connection['call'] = async (command) =>
    client.isReady ? asked(command, INSIST_MS) : undefined;

  client.on('error', lost);
  const tried = new Promise<void>((resolve) => {
    client.once('error', () => resolve());
    client.on('ready', () => void probe().then(resolve));
  });
  client.connect().catch(() => undefined);
  const keeping = setInterval(() => void call((each) => each.ping()), KEEP_MS).unref();
  await Promise.race([tried, sleep(START_MS, undefined, { ref: false })]);
  if (!isThere()) lost(LATE);
  return {
    call,
    insist,
    async close() {
      closing.abort();
      clearInterval(keeping);
      client.destroy();
    },
  };
}

function newClient(url: string) {
  return createClient({
    url,
    // Every Redis and Valkey speaks it, and what is asked needs no more.
    RESP: 2,
    maintNotifications: 'disabled',
    disableClientInfo: true,
    disableOfflineQueue: true,
    commandsQueueMaxLength: MOST_WAITING,
    socket: {
      connectTimeout: 2000,
      socketTimeout: SILENT_MS,
      reconnectStrategy: (retries) => Math.min(100 * 2 ** Math.min(retries, 10), LONGEST_RETRY_MS),
    },
  });
}

/** The time in which this process itself was held up, and read no reply, does not count. */
async function tooLate(ms: number): Promise<typeof LATE> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const began = performance.now();
    await sleep(ms, undefined, { ref: false });
    if (performance.now() - began < ms + HELD_UP_MS) break;
  }
  return LATE;
}

const LATE = { code: 'ETIMEDOUT' } as const;
const MOST_TURNS = 4;
const HELD_UP_MS = 25;

/** No more than a word: messages and other fields of errors may hold the URL, with its password. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (!(error instanceof Error)) return 'unknown';
  // Redis itself begins with a word: WRONGPASS, NOAUTH, OOM.
  return /^[A-Z]{3,20}\b/.exec(error.message)?.[0] ?? error.constructor.name;
}
