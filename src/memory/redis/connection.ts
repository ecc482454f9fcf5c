import { createClient } from '@redis/client';
import { LATE, presenceOf, type RedisLog, tooLate } from './presence.ts';

type Client = ReturnType<typeof newClient>;

/** Valkey or Redis, for which an answer to a person does not wait. */
export type Connection = {
  /** Undefined where it is out of reach, refuses, or is slow. Never rejects, and asks nothing of one that was slow before. */
  readonly call: <T>(command: (client: Client) => Promise<T>) => Promise<T | undefined>;
  /** Waits longer, and also for one that was slow: for what must not be done twice. */
  readonly insist: Connection['call'];
  readonly isThere: () => boolean;
  readonly close: () => Promise<void>;
};

const CALL_MS = 150;
const INSIST_MS = 750;
/** For the first connection: a process that has just started should not begin without its memory. */
const START_MS = 1000;
/** A connection on which nothing moves for so long is given up; the calls of `KEEP_MS` move something. */
const SILENT_MS = 10_000;
const KEEP_MS = 4000;
const LONGEST_RETRY_MS = 1000;
/** Calls that wait for their replies; nobody waits for them any more, but they keep their places. */
const MOST_WAITING = 1000;

/** `probeKey` is written to see whether Redis takes what it is given. Connects in the background, for ever. */
export async function connectRedis(url: string, probeKey: string, log: RedisLog): Promise<Connection> {
  const client = newClient(url);
  const write = async () =>
    void (await client.set(probeKey, '', { expiration: { type: 'PX', value: 1000 } }));
  const { isThere, lost, probe, suspect, close } = presenceOf({ isReady: () => client.isReady, write }, log);
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
  const tried = new Promise<void>((resolve) => {
    client.on('error', lost).once('error', () => resolve());
    client.on('ready', () => void probe().then(resolve));
  });
  client.connect().catch(() => undefined);
  const keeping = setInterval(() => void call((each) => each.ping()), KEEP_MS).unref();
  await Promise.race([tried, tooLate(START_MS)]);
  if (!isThere()) lost(LATE);
  return {
    call,
    insist,
    isThere,
    async close() {
      close();
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
