import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { RunningProcess, Way } from '../../model/condition.ts';
import type { Answering, Processes } from '../processes.ts';
import type { Connection } from './connection.ts';
import { codeOf, type RedisLog } from './presence.ts';

const EVERY_MS = 5000;
/** A process that was killed is named for so long. */
const KEPT_MS = 30_000;
const MS = 1000;
const ODD =
  'Redis replied otherwise than it should: the other processes are not known here; does REDIS_URL name a Redis or Valkey?';

const saidSchema = z.object({
  way: z.enum(['gateway', 'http', 'chat']),
  version: z.string().max(64),
  since: z.iso.datetime().transform((text) => new Date(text)),
});

type Announced = { readonly way: Way; readonly answering: () => Answering };
type Heard = { readonly at: number; readonly others: readonly RunningProcess[] };

/** `log` says under which id the others know this process. */
export function processesIn(
  { call }: Pick<Connection, 'call'>,
  prefix: string,
  log: RedisLog,
): Processes & { readonly close: () => Promise<void> } {
  const [id, ids] = [randomBytes(2).toString('hex'), `${prefix}processes`];
  const keyOf = (process: string) => `${prefix}process:${process}`;
  let announced: Announced | null = null;
  let heard: Heard | null = null;
  let isOdd = false;
  let timer: NodeJS.Timeout | undefined;

  const say = async ({ way, answering }: Announced) => {
    const text = JSON.stringify({ way, ...answering() });
    await call((client) => client.set(keyOf(id), text, { expiration: { type: 'PX', value: KEPT_MS } }));
    await call((client) => client.sAdd(ids, id));
  };
  const hear = async (): Promise<Heard | null> => {
    const known = await call((client) => client.sMembers(ids));
    if (!known) return null;
    const others = known.filter((each) => each !== id).toSorted();
    const said = others.length > 0 ? await call((client) => client.mGet(others.map(keyOf))) : [];
    if (!said) return null;
    const left = await Promise.all(others.map((each) => call((client) => client.pTTL(keyOf(each)))));
    const gone = others.filter((_, at) => said[at] === null);
    if (gone.length > 0) await call((client) => client.sRem(ids, gone));
    const there = others.flatMap((each, at) => asProcess(each, said[at], left[at]) ?? []);
    return { at: performance.now(), others: there };
  };
  /** Nobody waits for it: whatever goes wrong ends here. */
  const beat = async (mine: Announced) => {
    try {
      await say(mine);
      heard = (await hear()) ?? heard;
    } catch (error) {
      if (!isOdd) log.warn({ code: codeOf(error) }, ODD);
      isOdd = true;
    }
  };
  return {
    announce(way, answering) {
      announced = { way, answering };
      clearInterval(timer);
      timer = setInterval(beat, EVERY_MS, announced).unref();
      void beat(announced);
      log.info({ process: id }, 'other processes know this one by this name');
    },
    all() {
      if (!announced || !heard) return [];
      const passed = (performance.now() - heard.at) / MS;
      const { way, answering } = announced;
      const others = heard.others
        .map(({ seconds, ...other }) => ({ ...other, seconds: Math.round((seconds ?? 0) + passed) }))
        .filter(({ seconds }) => seconds <= KEPT_MS / MS);
      return [{ id, way, ...answering(), seconds: null }, ...others];
    },
    async close() {
      clearInterval(timer);
      await call((client) => client.del(keyOf(id)));
      await call((client) => client.sRem(ids, id));
    },
  };
}

/** Null for what another version of the bot says otherwise. The time left tells when it was said, on one clock. */
function asProcess(id: string, text: string | null | undefined, leftMs = 0): RunningProcess | null {
  try {
    const said = saidSchema.parse(JSON.parse(text ?? ''));
    return { id, ...said, seconds: Math.max(0, KEPT_MS - leftMs) / MS };
  } catch {
    return null;
  }
}
