import { Worker } from 'node:worker_threads';
import type { Drawing } from './chartWorker.ts';

export type Log = { readonly warn: (details: object, message: string) => void };

export type DrawerOptions = {
  /** The compiled thread: Node 20 does not load TypeScript. */
  readonly worker: URL;
  /** Pictures that may wait; one more is refused at once. */
  readonly waiting: number;
  /** Milliseconds after which a thread that does not answer is ended. */
  readonly patience: number;
  /** Milliseconds without a new thread after one that ended before it drew anything. */
  readonly rest: number;
  readonly log: Log;
};

/**
 * `png` takes a ChartSpec as JSON, which no thread can refuse; it settles with null where the picture failed, its turn
 * came too late, or there was no place to wait.
 */
export type Drawer = {
  readonly png: (spec: string, expires: number) => Promise<Uint8Array | null>;
  readonly close: () => Promise<void>;
};

/** A picture leaves 8 MB of garbage: a small nursery collects it before it piles up (30 MB less in all). */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 };

type Job = {
  readonly spec: string;
  readonly expires: number;
  readonly settle: (png: Uint8Array | null) => void;
};

/**
 * One thread that draws one picture after the other. It starts with the first, keeps no process alive, and is replaced
 * when it ends. Its state is these four variables.
 */
export function openDrawer({ worker, waiting, patience, rest, log }: DrawerOptions): Drawer {
  const queue: Job[] = [];
  let thread: Worker | null = null;
  let current: { job: Job; timer: NodeJS.Timeout } | null = null;
  let resting = 0;

  function next(): void {
    const job = current ? undefined : queue.shift();
    if (!job) return;
    const late = job.expires < performance.now();
    if (late || resting > performance.now()) {
      log.warn(
        { waiting: queue.length },
        late ? 'a chart waited too long' : 'the thread that draws charts rests',
      );
      job.settle(null);
      next();
      return;
    }
    thread ??= start();
    const timer = setTimeout(end, patience).unref();
    current = { job, timer };
    thread.postMessage(job.spec);
  }

  function settled(png: Uint8Array | null): void {
    const done = current;
    current = null;
    clearTimeout(done?.timer);
    done?.job.settle(png);
    next();
  }

  function start(): Worker {
    const started = new Worker(worker, { resourceLimits: LIMITS });
    let drew = false;
    started.on('message', (drawing: Drawing) => {
      drew = true;
      if ('error' in drawing) log.warn({ err: drawing.error }, 'cannot draw a chart');
      settled('png' in drawing ? drawing.png : null);
    });
    started.on('error', (error) => log.warn({ err: String(error) }, 'the thread that draws charts failed'));
    started.on('exit', () => {
      if (thread !== started) return;
      thread = null;
      if (!drew) resting = performance.now() + rest;
      settled(null);
    });
    // Last: a listener for messages takes a reference again.
    started.unref();
    return started;
  }

  function end(): void {
    log.warn({ patience }, 'the thread that draws charts does not answer: ended');
    void thread?.terminate();
  }

  return {
    png: (spec, expires) =>
      new Promise((settle) => {
        if (queue.length >= waiting) {
          log.warn({ waiting }, 'too many charts wait');
          settle(null);
          return;
        }
        queue.push({ spec, expires, settle });
        next();
      }),
    close: async () => {
      for (const job of queue.splice(0)) job.settle(null);
      await thread?.terminate();
    },
  };
}
