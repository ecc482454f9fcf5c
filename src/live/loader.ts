import { Worker } from 'node:worker_threads';
import type { Loaded } from '../load/load.ts';
import type { RawDataset } from '../load/read.ts';
import type { Role } from '../load/role.ts';
import { type Finding, fileFinding } from '../model/finding.ts';
import type { Done, Job } from './loaderThread.ts';
import { type Failure, oneJob } from './oneJob.ts';
import type { LoadedDesk, LoadOrder } from './settled.ts';

/** None rejects: a dataset that breaks the thread is a bad one. */
type Loader = {
  readonly load: (order: LoadOrder) => Promise<LoadedDesk>;
  readonly check: (raw: RawDataset) => Promise<Loaded>;
  /** Of a file that nobody has looked at yet. */
  readonly role: (bytes: Uint8Array) => Promise<Role>;
  readonly close: () => Promise<void>;
};

export type LoaderOptions = {
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
 * Checks datasets and builds desks in a thread of its own, which starts with the first job: 200 to 900 ms of work of
 * which answers notice some 15, when the result is taken over.
 */
export function openLoader(options: LoaderOptions = {}): Loader {
  const {
    worker = new URL('./loaderThread.js', import.meta.url),
    patience = PATIENCE,
    rest = REST,
  } = options;
  let thread: Worker | null = null;
  let resting: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    clearTimeout(resting);
    const ended = thread;
    thread = null;
    await ended?.terminate();
  }

  /** An error between two jobs has nobody to be told to; it must not end the bot. */
  function start(): Worker {
    const started = new Worker(worker, { resourceLimits: LIMITS });
    started.on('error', () => undefined);
    started.on('exit', () => {
      if (thread === started) thread = null;
    });
    started.unref();
    return started;
  }

  /** Never rejects: a system without room for a thread, say, must not hold up the jobs after this one. */
  async function run(job: Job): Promise<Done | Failure> {
    clearTimeout(resting);
    try {
      thread ??= start();
      const result = await oneJob(thread, job, patience);
      if (typeof result === 'string') await end();
      else resting = setTimeout(end, rest).unref();
      return result;
    } catch (error) {
      await end();
      return String(error);
    }
  }

  /** One after the other: two at once would share the time and the memory that one may take. */
  function queued(job: Job): Promise<Done | Failure> {
    const result = last.then(() => run(job));
    last = result;
    return result;
  }

  async function asked<K extends Job['kind']>(job: Job & { readonly kind: K }): Promise<DoneOf<K> | Failure> {
    const done = await queued(job);
    if (typeof done === 'string' || isOf(done, job.kind)) return done;
    throw new Error('the thread answered another question');
  }

  return {
    async load(order) {
      const done = await asked({ kind: 'load', order });
      return typeof done === 'string' ? { outcome: 'bad', findings: [unloadable(done)] } : done.loaded;
    },
    async check(raw) {
      const done = await asked({ kind: 'check', raw });
      return typeof done === 'string' ? { ok: false, findings: [unloadable(done)] } : done.loaded;
    },
    async role(bytes) {
      const done = await asked({ kind: 'role', bytes });
      return typeof done === 'string' ? { file: null, findings: [unloadable(done)] } : done.role;
    },
    close: end,
  };
}

type DoneOf<K extends Done['kind']> = Extract<Done, { readonly kind: K }>;

function isOf<K extends Done['kind']>(done: Done, kind: K): done is DoneOf<K> {
  return done.kind === kind;
}

function unloadable(why: string): Finding {
  return fileFinding(
    '.',
    'loads',
    {
      it: `Il dataset non si può controllare: è troppo grande o fuori dalla norma (${why}).`,
      en: `The dataset cannot be checked: it is too large or out of the ordinary (${why}).`,
    },
    {
      it: 'Provare con npm run check:data; togliere ciò che non è un dato.',
      en: 'Try npm run check:data; remove what is not data.',
    },
  );
}
