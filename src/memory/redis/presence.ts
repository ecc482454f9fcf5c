import { setTimeout as sleep } from 'node:timers/promises';

export type RedisLog = {
  readonly [K in 'info' | 'warn']: (details: object, message: string) => void;
};

/** A connection as far as it is watched; `write` rejects where Redis does not take what it is given. */
type Watched = { readonly isReady: () => boolean; readonly write: () => Promise<void> };

const PROBE_MS = 1000;
const AWAY =
  'Redis is out of reach: questions are answered, but not as following another; is it running, and is REDIS_URL right?';

/** Whether Redis is there; one line of the log each time that it goes and that it returns. */
export function presenceOf({ isReady, write }: Watched, log: RedisLog) {
  /** `unknown` until the first connection; who is away is asked nothing until a probe succeeds. */
  let state: 'unknown' | 'there' | 'away' | 'closed' = 'unknown';
  let probing = false;
  let suspected = false;
  const isThere = () => state === 'there';
  const lost = (error: unknown): void => {
    if (state === 'closed') return;
    if (state !== 'away') log.warn({ code: codeOf(error) }, AWAY);
    state = 'away';
    void probe();
  };
  const found = () => {
    if (isThere() || state === 'closed') return;
    log.info({}, state === 'away' ? 'Redis is there again' : 'connected to Redis');
    state = 'there';
  };
  /** One at a time: of a Redis that hangs, the connection is given up before another is sent. */
  async function probe(): Promise<void> {
    if (probing) return;
    probing = true;
    while (isReady() && !isThere()) {
      await write().then(found, lost);
      if (!isThere()) await sleep(PROBE_MS, undefined, { ref: false });
    }
    probing = false;
  }
  /** One late reply may be anybody's: away is who does not answer for a whole second. */
  const suspect = async () => {
    if (suspected || !isThere()) return;
    suspected = true;
    if ((await Promise.race([write().catch(lost), tooLate(PROBE_MS)])) === LATE) lost(LATE);
    suspected = false;
  };
  const close = () => {
    state = 'closed';
  };
  return { isThere, lost, probe, suspect, close };
}

/** The time in which this process itself was held up, and read no reply, does not count. */
export async function tooLate(ms: number): Promise<typeof LATE> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const began = performance.now();
    await sleep(ms, undefined, { ref: false });
    if (performance.now() - began < ms + HELD_UP_MS) break;
  }
  return LATE;
}

export const LATE = { code: 'ETIMEDOUT' } as const;
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
