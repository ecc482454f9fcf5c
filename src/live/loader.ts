import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { foundInFile } from '../check/found.ts';
import type { Loaded } from '../load/load.ts';
import { type RawDataset, readFolder } from '../load/read.ts';
import type { Role } from '../load/role.ts';
import { versionOf } from '../load/version.ts';
import type { Finding } from '../model/finding.ts';
import type { Jobs, LoadOrder } from './loaderThread.ts';
import type { LoadedDesk } from './status.ts';

/** None rejects: a dataset that breaks the thread is a bad one. */
type Loader = {
  readonly load: (order: Omit<LoadOrder, 'sourceDir'>) => Promise<LoadedDesk>;
  readonly check: (raw: RawDataset) => Promise<Loaded>;
  /** Of an upload that has not been checked. */
  readonly role: (bytes: Uint8Array) => Promise<Role>;
  readonly close: () => Promise<void>;
};

export type LoaderOptions = {
  /** The folder of the documents' texts, with which every dataset is compared that is loaded or checked here. */
  readonly sourceDir?: string | null;
  /** The compiled thread: Node 20 does not load TypeScript. */
  readonly worker?: URL;
  /** Milliseconds that a job may take; the real dataset takes less than half a second. */
  readonly patience?: number;
  /** Milliseconds after the last job at which the thread ends and gives its memory back. */
  readonly rest?: number;
};

/** A file of 8 MB of small figures does not fit: it ends the thread, where in the bot's own it would end the bot. */
const LIMITS = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 256 };
const PATIENCE = 20_000;
const REST = 5_000;

/**
 * Checks datasets and builds desks in a thread of its own, which starts with the first job: 200 to 900 ms of work, of
 * which answers notice some 15, when the result arrives.
 */
export function openLoader({
  sourceDir = null,
  worker = new URL('./loaderThread.js', import.meta.url),
  patience = PATIENCE,
  rest = REST,
}: LoaderOptions = {}): Loader {
  let thread: Worker | null = null;
  let resting: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    clearTimeout(resting);
    const ended = thread;
    thread = null;
    await ended?.terminate();
  }

  /** An error between two jobs concerns no job; such an error must not end the bot. */
  function start(): Worker {
    const started = new Worker(worker, { resourceLimits: LIMITS });
    started.on('error', () => undefined);
    started.on('exit', () => {
      if (thread === started) thread = null;
    });
    started.unref();
    return started;
  }

  /** `failed` gives the result of a job that broke the thread, took too long, or found no room for a thread. */
  async function run<K extends keyof Jobs>(
    kind: K,
    input: Jobs[K]['input'],
    failed: (findings: readonly Finding[]) => Jobs[K]['result'] | Promise<Jobs[K]['result']>,
  ): Promise<Jobs[K]['result']> {
    clearTimeout(resting);
    try {
      thread ??= start();
      thread.postMessage({ kind, input });
      const result = (await answerOf(thread, patience)) as Jobs[K]['result'];
      resting = setTimeout(end, rest).unref();
      return result;
    } catch (error) {
      await end();
      const code = error instanceof Error && 'code' in error ? error.code : null;
      return failed([unloadable(typeof code === 'string' ? code : String(error))]);
    }
  }

  /** One after the other: two at once would share the time and the memory that one may take. */
  function queued<T>(job: () => Promise<T>): Promise<T> {
    const result = last.then(job);
    last = result;
    return result;
  }

  const bad = (dir: string) => async (findings: readonly Finding[]) =>
    ({ outcome: 'bad', version: await versionIn(dir), findings }) as const;
  const invalid = (findings: readonly Finding[]) => ({ ok: false, findings }) as const;
  const unknown = (findings: readonly Finding[]) => ({ file: null, findings });
  return {
    load: (order) => queued(() => run('load', { ...order, sourceDir }, bad(order.dir))),
    check: (raw) => queued(() => run('check', { raw, sourceDir }, invalid)),
    role: (bytes) => queued(() => run('role', bytes, unknown)),
    close: end,
  };
}

/** The next answer of a thread; rejects with the thread's own error, or with a few words on what happened instead. */
async function answerOf(thread: Worker, patience: number): Promise<unknown> {
  const ending = new AbortController();
  const { signal } = ending;
  const instead = (why: string) => () => Promise.reject(why);
  return Promise.race([
    once(thread, 'message', { signal }).then(([answer]) => answer),
    once(thread, 'exit', { signal }).then(instead('the thread ended')),
    delay(patience, null, { signal }).then(instead(`more than ${patience / 1000} s`)),
  ]).finally(() => ending.abort());
}

/** Of files that broke the thread that read them. */
const versionIn = (dir: string): Promise<string | null> =>
  readFolder(dir).then(
    ({ files }) => versionOf(files),
    () => null,
  );

function unloadable(why: string): Finding {
  return foundInFile(
    '.',
    { id: 'loads' },
    {
      it: `Il dataset non si può controllare: è troppo grande o fuori dalla norma (${why}).`,
      en: `The dataset cannot be checked: it is too large or out of the ordinary (${why}).`,
      adviceIt: 'Provare con npm run check:data; togliere ciò che non è un dato.',
      adviceEn: 'Try npm run check:data; remove what is not data.',
    },
  );
}
