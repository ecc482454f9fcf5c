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

const MOST = 5000;
const TEN_MINUTES = 10 * 60 * 1000;
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
