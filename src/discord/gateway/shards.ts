/**
 * The shards that this process holds: `auto` is all of as many as Discord recommends. Of a server the events come by
 * one shard, so that of several processes one answers; direct messages come by shard 0.
 */
export type Shards = 'auto' | { readonly ids: readonly number[]; readonly count: number };

export const AUTO = 'auto';
export const SHARDS_FORM =
  'must be "auto", or which shards of how many this process holds, such as 0-3/16 or 4/16: they count from 0, so that the last of 16 is 15';

const FORM = /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/;

/** `0-3/16`; null for what is of no such form, or names shards that there are not. */
export function shardsIn(text: string): Shards | null {
  if (text.toLowerCase() === AUTO) return AUTO;
  const [, from, to = from, all] = FORM.exec(text.replaceAll(' ', '')) ?? [];
  const [first, last, count] = [Number(from), Number(to), Number(all)];
  // Of what is no form all three are NaN.
  if (!(first <= last && last < count)) return null;
  return { ids: Array.from({ length: last - first + 1 }, (_, at) => first + at), count };
}

/** What discord.js is to be told: without its own options it would read SHARDS as JSON. */
export function shardOptions(shards: Shards) {
  return shards === AUTO ? { shards } : { shards: [...shards.ids], shardCount: shards.count };
}

/** What Discord says of beginning sessions. */
type Advice = { readonly shards: number; readonly concurrency: number };

/** How many sessions this process begins, and how many turns they may have to wait for, other processes' included. */
export function sessionsOf(shards: Shards, { shards: recommended, concurrency }: Advice) {
  const [own, all] = shards === AUTO ? [recommended, recommended] : [shards.ids.length, shards.count];
  return { own, turns: Math.ceil(all / Math.max(concurrency, 1)) };
}
