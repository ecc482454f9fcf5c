import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { ChartSpec } from '../cards/charts/spec.ts';
import { type DrawerOptions, openDrawer } from './drawer.ts';

export type Charts = {
  /** The picture as PNG; null where it failed or is late. Never rejects: a card does without. The bytes are shared. */
  readonly draw: (spec: ChartSpec, version: string) => Promise<Uint8Array | null>;
  /** Readies the thread that draws; for once people can ask. */
  readonly warm: () => void;
  /** How many pictures are drawn or wait. */
  readonly waiting: () => number;
  readonly close: () => Promise<void>;
};

export type ChartsOptions = DrawerOptions & {
  /** Milliseconds that a reply waits for its picture. */
  readonly timeout?: number;
  readonly cacheBytes?: number;
};

/** Discord waits 3 s for the first response; the rest of an answer takes a few milliseconds. */
const TIMEOUT = 1500;
/** Some 150 pictures. */
const CACHE_BYTES = 8 * 2 ** 20;

/** Pictures are drawn on first use, once for all requests that wait meanwhile, and kept; so is a late picture, for the next request. */
export function openCharts({
  timeout = TIMEOUT,
  cacheBytes = CACHE_BYTES,
  ...options
}: ChartsOptions): Charts {
  const { log } = options;
  const drawer = openDrawer(options);
  const cache = new LRUCache<string, Uint8Array, string>({
    maxSize: cacheBytes,
    sizeCalculation: (png, key) => png.byteLength + 2 * key.length,
    fetchMethod: (_key, _old, { context }) => picture(context),
    // A picture that the cache evicts while it is drawn still goes to the requests that wait for it.
    ignoreFetchAbort: true,
  });

  async function picture(spec: string): Promise<Uint8Array | undefined> {
    const began = performance.now();
    const png = await drawer.png(spec, began + timeout);
    const ms = Math.round(performance.now() - began);
    if (png && ms > timeout) log.warn({ ms }, 'a chart came too late, and is kept');
    return png ?? undefined;
  }

  async function draw(spec: ChartSpec, version: string): Promise<Uint8Array | null> {
    try {
      const context = JSON.stringify(spec);
      const drawing = cache.fetch(`${version} ${context}`, { context });
      return (await Promise.race([drawing, setTimeout(timeout, null, { ref: false })])) ?? null;
    } catch (error) {
      log.warn({ err: String(error) }, 'cannot draw a chart');
      return null;
    }
  }

  return { draw, warm: drawer.warm, waiting: drawer.waiting, close: drawer.close };
}
