import { grouped } from '../model/grouped.ts';

/**
 * The old item of each new item, by the first of the keys that is the same on both sides. Where several items of one
 * side share a key, that key pairs none of them: which of them belong together would be a guess.
 */
export function paired<T>(
  olds: readonly T[],
  news: readonly T[],
  keys: readonly ((item: T) => string)[],
): ReadonlyMap<T, T> {
  const pairs = new Map<T, T>();
  for (const keyOf of keys) {
    const used = new Set(pairs.values());
    const before = grouped(
      olds.filter((old) => !used.has(old)),
      keyOf,
    );
    const after = grouped(
      news.filter((now) => !pairs.has(now)),
      keyOf,
    );
    for (const [key, [now, ...others]] of after) {
      const [old, ...rest] = before.get(key) ?? [];
      if (now && old && others.length + rest.length === 0) pairs.set(now, old);
    }
  }
  return pairs;
}
