import { LRUCache } from 'lru-cache';
import type { Desk } from './desk.ts';

/**
 * What one desk is asked for in a meeting many times over: every axis, measure and date of the programme. An answer takes
 * some 10 kB, so that all of them take 5 MB.
 */
const MOST = 500;

/** Works a thing out once for a desk and a key, of two desks never the one of the other; a desk that is gone takes all with it. */
export function newKeeper<V extends object>(): (desk: Desk, key: string, make: () => V) => V {
  const byDesk = new WeakMap<Desk['lexicon'], LRUCache<string, V>>();
  return ({ lexicon }, key, make) => {
    const kept = byDesk.get(lexicon) ?? new LRUCache<string, V>({ max: MOST });
    byDesk.set(lexicon, kept);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    return made;
  };
}
