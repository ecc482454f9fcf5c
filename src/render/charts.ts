import { LRUCache } from 'lru-cache';
import type { ChartSpec } from '../cards/charts/spec.ts';
import { type DrawerOptions, type Log, openDrawer } from './drawer.ts';

export type Charts = {
  /** The picture as PNG; null where it failed or is late. Never rejects: a card does without. The bytes are shared. */
  readonly draw: (spec: ChartSpec, version: string) => Promise<Uint8Array | null>;
  readonly close: () => Promise<void>;
};

export type ChartsOptions = Partial<Omit<DrawerOptions, 'log'>> & {
  readonly log: Log;
  /** Milliseconds that whoever asked waits. */
  readonly timeout?: number;
  readonly cacheBytes?: number;
};

/** Discord waits 3 s for the first response; the rest of an answer takes a few milliseconds. */
const TIMEOUT = 1500;
/** Much more than any picture takes, the first on a busy machine included. */
const PATIENCE = 15_000;
const REST = 10_000;
const WAITING = 32;
/** Some 150 pictures. */
const CACHE_BYTES = 8 * 2 ** 20;

/** Pictures drawn on first use, then kept; a late one is kept as well, for who asks again. */
export function openCharts({
  log,
  timeout = TIMEOUT,
  cacheBytes = CACHE_BYTES,
  ...options
}: ChartsOptions): Charts {
  const worker = new URL('./chartWorker.js', import.meta.url);
  const drawer = openDrawer({ worker, waiting: WAITING, patience: PATIENCE, rest: REST, ...options, log });
  const sizeCalculation = (png: Uint8Array, key: string) => png.byteLength + 2 * key.length;
  const cache = new LRUCache<string, Uint8Array>({ maxSize: cacheBytes, sizeCalculation });
  const coming = new Map<string, Promise<Uint8Array | null>>();

  async function picture(key: string, spec: string): Promise<Uint8Array | null> {
    const began = performance.now();
    try {
      const png = await drawer.png(spec, began + timeout);
      const ms = Math.round(performance.now() - began);
      if (png) cache.set(key, png);
      if (png && ms > timeout) log.warn({ ms }, 'a chart came too late, and is kept');
      return png;
    } finally {
      coming.delete(key);
    }
  }

  async function draw(spec: ChartSpec, version: string): Promise<Uint8Array | null> {
    try {
      const text = JSON.stringify(spec);
      const key = `${version} ${text}`;
      const known = cache.get(key);
      if (known) return known;
      const drawing = coming.get(key) ?? picture(key, text);
      coming.set(key, drawing);
      return await within(timeout, drawing);
    } catch (error) {
      log.warn({ err: String(error) }, 'cannot draw a chart');
      return null;
    }
  }

  return { draw, close: drawer.close };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null).unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
