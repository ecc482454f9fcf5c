import { LRUCache } from 'lru-cache';
import type { Request } from '../request.ts';

/** The last request of each person in each channel, so that "e l'asse III?" can follow it. Nothing else is kept. */
export type Memory = {
  readonly recall: (place: string) => Request | null;
  readonly remember: (place: string, request: Request | null) => void;
};

const MOST_PEOPLE = 5000;
const TEN_MINUTES = 10 * 60 * 1000;

export function newMemory(): Memory {
  const requests = new LRUCache<string, Request>({ max: MOST_PEOPLE, ttl: TEN_MINUTES });
  return {
    recall: (place) => requests.get(place) ?? null,
    remember: (place, request) => void (request && requests.set(place, request)),
  };
}

export const NO_MEMORY: Memory = { recall: () => null, remember: () => undefined };
