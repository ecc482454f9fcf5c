/** What both sides gave in the rounds, the first to the first. */
export type Sides<T> = { readonly product: readonly T[]; readonly baseline: readonly T[] };

export type Side = keyof Sides<unknown>;

/** Measures both sides in turn, so many times; each goes first in every other round, and the first of all is not counted where there is a warm-up. */
export async function inTurn<T>(
  rounds: number,
  measure: (side: Side, round: number) => Promise<T> | T,
): Promise<Sides<T>> {
  const taken: { product: T[]; baseline: T[] } = { product: [], baseline: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const side of orderIn(round)) taken[side].push(await measure(side, round));
  return taken;
}

export const orderIn = (round: number): readonly Side[] =>
  round % 2 === 0 ? ['product', 'baseline'] : ['baseline', 'product'];
