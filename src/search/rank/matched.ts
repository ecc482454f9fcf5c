import type { Slot } from './slots.ts';

/** The words of a question that were matched, in the order in which they were met, and how surely each is meant. */
export type Matched = { readonly qualities: Float64Array; readonly slots: Uint32Array; count: number };

export function nothingMatched(slots: number): Matched {
  return { qualities: new Float64Array(slots), slots: new Uint32Array(slots), count: 0 };
}

export function clearMatched(matched: Matched): void {
  for (let at = 0; at < matched.count; at++) matched.qualities[matched.slots[at] ?? 0] = 0;
  matched.count = 0;
}

export function raise(matched: Matched, slot: number, quality: number): void {
  const before = matched.qualities[slot] ?? 0;
  if (quality <= before) return;
  if (before === 0) matched.slots[matched.count++] = slot;
  matched.qualities[slot] = quality;
}

export function gainedBy({ qualities, slots: order, count }: Matched, slots: readonly Slot[]): number {
  let gained = 0;
  for (let at = 0; at < count; at++) {
    const slot = order[at] ?? 0;
    gained += (slots[slot]?.worth ?? 0) * (qualities[slot] ?? 0);
  }
  return gained;
}

/** What the matched words are worth if they are meant, what leaving them out would cost, and how much they tell. */
export function totalsOf({ qualities, slots: order, count }: Matched, slots: readonly Slot[]) {
  const totals = { worth: 0, cost: 0, telling: 0 };
  for (let at = 0; at < count; at++) {
    const number = order[at] ?? 0;
    const slot = slots[number];
    if (slot === undefined) continue;
    totals.worth += slot.worth;
    totals.cost += slot.cost;
    totals.telling += slot.telling * (qualities[number] ?? 0);
  }
  return totals;
}

/** The matched words as they stand in the question. */
export function inOrder({ slots, count }: Matched): readonly number[] {
  const sorted: number[] = [];
  for (let at = 0; at < count; at++) sorted.push(slots[at] ?? 0);
  return count < 2 ? sorted : sorted.sort((a, b) => a - b);
}
