import type { Keyed } from '../keyed.ts';
import type { Connection } from './connection.ts';

/** `prefix` goes before every key. */
export function keyedIn(call: Connection['call'], prefix: string): Keyed {
  const px = (value: number) => ({ type: 'PX', value }) as const;
  return {
    get: (key) => call((client) => client.get(prefix + key)),
    async put(key, text, keptMs) {
      await call((client) => client.set(prefix + key, text, { expiration: px(keptMs) }));
    },
    async add(key, text, keptMs) {
      const reply = await call((client) =>
        client.set(prefix + key, text, { condition: 'NX', expiration: px(keptMs) }),
      );
      return reply === undefined ? undefined : reply !== null;
    },
    async remove(key) {
      await call((client) => client.del(prefix + key));
    },
  };
}
