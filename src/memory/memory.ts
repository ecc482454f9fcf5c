import { LRUCache } from 'lru-cache';
import type { Request } from '../model/request.ts';

/**
 * The last request of each person in each channel, or of each message of the bot, so that "e l'asse III?" can
 * follow it. Nothing else is kept.
 */
export type Memory = {
  readonly recall: (place: string) => Request | null;
  /** Nothing is forgotten for null. */
  readonly remember: (place: string, request: Request | null) => void;
  readonly forget: (place: string) => void;
};

/** A memory that other processes may share, so that it must be waited for. It never rejects, and is soon through. */
export type SharedMemory = {
  readonly [K in keyof Memory]: (
    ...args: Parameters<Memory[K]>
  ) => ReturnType<Memory[K]> | Promise<ReturnType<Memory[K]>>;
};

const MOST = 5000;
export const TEN_MINUTES = 10 * 60 * 1000;
/** For messages: whoever replies to one means that one, however old it is. */
export const UNTIL_PUSHED_OUT = 0;

export function newMemory(keptMs: number = TEN_MINUTES): Memory {
  const requests = new LRUCache<string, Request>({ max: MOST, ttl: keptMs });
  return {
    recall: (place) => requests.get(place) ?? null,
    remember: (place, request) => void (request && requests.set(place, request)),
    forget: (place) => void requests.delete(place),
  };
}

export const NO_MEMORY: Memory = {
  recall: () => null,
  remember: () => undefined,
  forget: () => undefined,
};

/**
 * A memory for the time of one answer, which waits for nothing: it knows `before`, what was recalled of some places, and
 * `settle` hands on what the answer leaves to be remembered.
 */
export function heldOf(shared: SharedMemory, before: Readonly<Record<string, Request | null>>) {
  const known = new Map(Object.entries(before));
  const changes: (() => void | Promise<void>)[] = [];
  const memory: Memory = {
    recall: (place) => known.get(place) ?? null,
    remember(place, request) {
      if (!request) return;
      known.set(place, request);
      changes.push(() => shared.remember(place, request));
    },
    forget(place) {
      known.delete(place);
      changes.push(() => shared.forget(place));
    },
  };
  const settle = async () => {
    for (const change of changes.splice(0)) await change();
  };
  return { memory, settle };
}
