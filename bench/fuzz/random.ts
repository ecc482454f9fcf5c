/** Numbers that look random and are the same for the same seed: a case can be made again alone. */
export type Random = {
  /** From 0 up to, not including, `below`. */
  readonly upTo: (below: number) => number;
  readonly chance: (share: number) => boolean;
  readonly from: <T>(all: readonly [T, ...T[]] | readonly T[]) => T;
};

/** Mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (below: number) => Math.floor(next() * below);
  return {
    upTo,
    chance: (share) => next() < share,
    from(all) {
      const one = all[upTo(all.length)];
      if (one === undefined) throw new Error('nothing to choose from');
      return one;
    },
  };
}
