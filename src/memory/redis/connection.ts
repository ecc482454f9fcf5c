import { createClient } from '@redis/client';
import { LATE, PATIENCE, type Patience, presenceOf, type RedisLog, tooLate } from './presence.ts';

type Client = ReturnType<typeof newClient>;

/** Valkey or Redis, for which an answer to a person does not wait. */
export type Connection = {
  /** Undefined where it is out of reach, refuses, or is slow. Never rejects, and neither asks nor waits while Redis is away. */
  readonly call: <T>(command: (client: Client) => Promise<T>) => Promise<T | undefined>;
  /**
   * Waits longer, for what must not be done twice: a Redis that is slow still prevents that. One that is away does not,
   * however long it is waited for: once no probe was replied to for a second, whoever insists goes on alone at once.
   */
  readonly insist: Connection['call'];
  readonly isThere: () => boolean;
  readonly close: () => Promise<void>;
};

const CALL_MS = 150;
/** Twice that at most, where this process itself was held up: Discord waits for three seconds. */
const INSIST_MS = 750;
/** For the first connection: a process that has just started should not begin without its memory. */
const START_MS = 1000;
const LONGEST_RETRY_MS = 1000;
/** Calls that wait for their replies; nobody waits for them any more, but they keep their places. */
const MOST_WAITING = 1000;

/** `probeKey` is written to see whether Redis takes what it is given. Connects in the background, for ever. */
export async function connectRedis(
  url: string,
  probeKey: string,
  log: RedisLog,
  patience = PATIENCE,
): Promise<Connection> {
  const client = newClient(url, patience);
  const connect = () => void client.connect().catch(() => undefined);
  const { isThere, lost, probe, refused, close } = presenceOf(
    {
      isReady: () => client.isReady,
      write: async () => void (await client.set(probeKey, '', { expiration: { type: 'PX', value: 1000 } })),
      drop() {
        client.destroy();
        connect();
      },
    },
    log,
    patience,
  );
  const asked = async <T>(command: (client: Client) => Promise<T>, ms: number): Promise<T | undefined> => {
    if (!isThere()) return undefined;
    const replied = command(client).then((reply) => ({ reply }), refused);
    const outcome = await Promise.race([replied, tooLate(ms)]);
    if (outcome === LATE) void probe();
    return outcome && 'reply' in outcome ? outcome.reply : undefined;
  };
  const tried = new Promise<void>((resolve) => {
    client.on('error', lost).once('error', () => resolve());
    client.on('ready', () => void probe().then(resolve));
  });
  connect();
  await Promise.race([tried, tooLate(START_MS)]);
  if (!isThere()) lost(LATE);
  return {
    call: (command) => asked(command, CALL_MS),
    insist: (command) => asked(command, INSIST_MS),
    isThere,
    async close() {
      close();
      client.destroy();
    },
  };
}

function newClient(url: string, { silentMs }: Patience) {
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
      // For a connection that falls silent before it is ready; afterwards the probe finds out.
      socketTimeout: silentMs,
      reconnectStrategy: (retries) => Math.min(100 * 2 ** Math.min(retries, 10), LONGEST_RETRY_MS),
    },
  });
}
