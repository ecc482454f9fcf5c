import { Worker } from 'node:worker_threads';
import type { Drawing, Start } from './chartWorker.ts';

export type Log = { readonly warn: (details: object, message: string) => void };

export type DrawerOptions = {
  /** The compiled thread: Node 20 does not load TypeScript. */
  readonly worker?: URL;
  /** Pictures that may wait; one more is refused at once. */
  readonly waiting?: number;
  /** Milliseconds after which a thread that does not answer is ended: much more than the first picture ever takes. */
  readonly patience?: number;
  /** Milliseconds without a new thread after one that ended before it drew anything. */
  readonly rest?: number;
  readonly log: Log;
};

/**
 * `png` takes a ChartSpec as JSON, which no thread can refuse; it settles with null where the picture failed, its turn
 * came too late, or there was no place to wait.
 */
export type Drawer = {
  readonly png: (spec: string, expires: number) => Promise<Uint8Array | null>;
  /** Starts the thread before the first picture is asked for; does nothing where there is one. */
  readonly warm: () => void;
  /** How many pictures are drawn or wait. */
  readonly waiting: () => number;
  readonly close: () => Promise<void>;
};

type Picture = Uint8Array | null;

const WORKER = new URL('./chartWorker.js', import.meta.url);
/** A picture leaves 8 MB of garbage: a small nursery collects it before it piles up (30 MB less in all). */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 };

/**
 * One thread that draws one picture after the other. It starts with the first, or to
 * warm up before it, keeps no process alive, and is replaced
 * when it ends. Its state is these six variables.
 */
export function openDrawer(options: DrawerOptions): Drawer {
  const { worker = WORKER, waiting = 32, patience = 15_000, rest = 10_000, log } = options;
  let thread: Worker | null = null;
  /** Settles the picture that is being drawn. */
  let settle = (_: Picture) => {};
  let turn: Promise<unknown> = Promise.resolve();
  let pending = 0;
  let resting = 0;
  let closed = false;

  async function png(spec: string, expires: number): Promise<Picture> {
    if (pending > waiting) {
      log.warn({ waiting }, 'too many charts wait');
      return null;
    }
    pending += 1;
    const picture = turn.then(() => inTurn(spec, expires)).finally(() => (pending -= 1));
    turn = picture.catch(() => {});
    return picture;
  }

  async function inTurn(spec: string, expires: number): Promise<Picture> {
    if (closed) return null;
    const late = expires < performance.now();
    if (late || resting > performance.now()) {
      const why = late ? 'a chart waited too long' : 'the thread that draws charts rests';
      log.warn({ waiting: pending - 1 }, why);
      return null;
    }
    const drawing = thread ?? start({ warm: false });
    thread = drawing;
    const timer = setTimeout(() => {
      log.warn({ patience }, 'the thread that draws charts does not answer: ended');
      void drawing.terminate();
    }, patience).unref();
    const picture = await new Promise<Picture>((resolve) => {
      settle = resolve;
      drawing.postMessage(spec);
    });
    clearTimeout(timer);
    return picture;
  }

  function start(workerData: Start): Worker {
    const started = new Worker(worker, { resourceLimits: LIMITS, workerData });
    let drew = false;
    started.on('message', (drawing: Drawing) => {
      drew = true;
      if ('error' in drawing) log.warn({ err: drawing.error }, 'cannot draw a chart');
      settle('png' in drawing ? drawing.png : null);
    });
    started.on('error', (error) => log.warn({ err: String(error) }, 'the thread that draws charts failed'));
    started.on('exit', () => {
      thread = null;
      if (!drew) resting = performance.now() + rest;
      settle(null);
    });
    // Last: a listener for messages takes a reference again.
    started.unref();
    return started;
  }

  return {
    png,
    warm: () => {
      if (!closed) thread ??= start({ warm: true });
    },
    waiting: () => pending,
    close: async () => {
      closed = true;
      await thread?.terminate();
    },
  };
}
