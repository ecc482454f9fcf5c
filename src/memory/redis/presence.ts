import { setTimeout as sleep } from 'node:timers/promises';
import { ErrorReply } from '@redis/client';

export type RedisLog = {
  readonly [K in 'info' | 'warn']: (details: object, message: string) => void;
};

/** A connection as far as it is watched. */
type Watched = {
  readonly isReady: () => boolean;
  /** Rejects where Redis does not take what it is given, and where the connection ends. */
  readonly write: () => Promise<void>;
  /** Ends the connection, for another one. */
  readonly drop: () => void;
};

export type Patience = {
  /** Between two probes; also how soon one that refused is tried again. */
  readonly everyMs: number;
  /** Who does not reply to a probe for so long is away. */
  readonly awayMs: number;
  /** And for so long: its connection is dropped. */
  readonly silentMs: number;
};

export const PATIENCE: Patience = { everyMs: 2000, awayMs: 1000, silentMs: 10_000 };

const AWAY =
  'Redis is out of reach: questions are answered, but not as following another; is it running, and is REDIS_URL right?';
const REFUSED =
  'Redis refuses some of what it is asked, so that other processes do not know it; may the user of REDIS_URL read and write all keys of the bot, and does nothing else write them?';

/** Whether Redis is there, which one probe at a time tells; one line of the log each time that it goes and that it returns. */
export function presenceOf(
  { isReady, write, drop }: Watched,
  log: RedisLog,
  { everyMs, awayMs, silentMs }: Patience,
) {
  /** `unknown` until the first connection; who is away is asked nothing until a probe succeeds. */
  let state: 'unknown' | 'there' | 'away' | 'closed' = 'unknown';
  let probing: Promise<void> | null = null;
  const refusals = new Set<string>();
  const isThere = () => state === 'there';
  const lost = (error: unknown): void => {
    if (state === 'closed') return;
    if (state !== 'away') log.warn({ code: codeOf(error) }, AWAY);
    state = 'away';
  };
  const found = () => {
    if (isThere() || state === 'closed') return;
    log.info({}, state === 'away' ? 'Redis is there again' : 'connected to Redis');
    state = 'there';
  };
  /**
   * Replies come in order: while this one is missing, so is every later one. An idle timer of the socket would not tell,
   * since it begins anew with each thing that is written.
   */
  const probed = async (): Promise<void> => {
    const replied = write().then(found, lost);
    if (!(await isLate(replied, awayMs))) return;
    lost(LATE);
    if ((await isLate(replied, silentMs - awayMs)) && isReady()) drop();
  };
  const probe = async (): Promise<void> => {
    if (!isReady()) return;
    probing ??= probed().finally(() => {
      probing = null;
    });
    await probing;
  };
  /** What was refused once may be the matter of one command: away is who refuses a probe as well. */
  const refused = async (error: unknown): Promise<void> => {
    await probe();
    const code = codeOf(error);
    if (!isThere() || !(error instanceof ErrorReply) || refusals.has(code)) return;
    refusals.add(code);
    log.warn({ code }, REFUSED);
  };
  const timer = setInterval(probe, everyMs).unref();
  const close = () => {
    clearInterval(timer);
    state = 'closed';
  };
  return { isThere, lost, probe, refused, close };
}

const isLate = async (replied: Promise<unknown>, ms: number): Promise<boolean> =>
  (await Promise.race([replied, tooLate(ms)])) === LATE;

/** Waits once more where this process itself was held up meanwhile, and may have read no reply. */
export async function tooLate(ms: number): Promise<typeof LATE> {
  const began = performance.now();
  await sleep(ms, undefined, { ref: false });
  if (performance.now() - began > ms + HELD_UP_MS) await sleep(ms, undefined, { ref: false });
  return LATE;
}

export const LATE = { code: 'ETIMEDOUT' } as const;
const HELD_UP_MS = 25;

/** No more than a word: messages and other fields of errors may hold the URL, with its password. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (!(error instanceof Error)) return 'unknown';
  // Redis itself begins with a word: WRONGPASS, NOAUTH, OOM.
  return /^[A-Z]{3,20}\b/.exec(error.message)?.[0] ?? error.constructor.name;
}
