import { asRequest } from '../asRequest.ts';
import type { Keyed } from '../keyed.ts';
import { type SharedMemory, TEN_MINUTES } from '../memory.ts';
import { newOnce } from '../once.ts';
import type { Shared } from '../shared.ts';
import { connectRedis } from './connection.ts';
import { keyedIn } from './keyed.ts';
import { PATIENCE, type RedisLog } from './presence.ts';
import { processesIn } from './processes.ts';

/** After that a reply to a message of the bot follows what its buttons carry. */
const A_DAY = 24 * 60 * 60 * 1000;

type Opened = Shared & { readonly close: () => Promise<void> };

/** The memory of all processes that name the same Redis and the same prefix. */
export async function openRedis(
  url: string,
  prefix: string,
  log: RedisLog,
  patience = PATIENCE,
): Promise<Opened> {
  const connection = await connectRedis(url, `${prefix}probe`, log, patience);
  const keyed = keyedIn(connection.call, prefix);
  const processes = processesIn(connection, prefix, log);
  return {
    requests: memoryIn(keyed, 'request', TEN_MINUTES),
    answers: memoryIn(keyed, 'message', A_DAY),
    once: newOnce(keyedIn(connection.insist, prefix)),
    processes,
    isInReach: connection.isThere,
    async close() {
      await processes.close();
      await connection.close();
    },
  };
}

function memoryIn({ get, put, remove }: Keyed, kind: string, keptMs: number): SharedMemory {
  const keyOf = (place: string) => `${kind}:${place}`;
  return {
    async recall(place) {
      const text = await get(keyOf(place));
      return typeof text === 'string' ? asRequest(text) : null;
    },
    async remember(place, request) {
      if (request) await put(keyOf(place), JSON.stringify(request), keptMs);
    },
    forget: (place) => remove(keyOf(place)),
  };
}
