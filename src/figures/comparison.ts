import type { Fact } from '../model/facts.ts';
import { excess } from './difference.ts';

/** By how much the larger of a thing's two amounts, or counts, exceeds the smaller: committed and paid. Empty but for exactly two. */
export function comparedWithin(facts: readonly Fact[]): readonly Fact[] {
  const amounts = facts.filter(({ unit }) => unit === 'MEUR');
  const [one, other, ...more] = amounts.length > 0 ? amounts : facts.filter(({ unit }) => unit === 'count');
  if (!one || !other || more.length > 0 || one.subject !== other.subject) return [];
  return [excess(one, other, facts)];
}

/** For two facts of one measure and unit, by how much the larger exceeds the smaller; in points for percentages. */
export function compared(facts: readonly Fact[]): readonly Fact[] {
  return facts.flatMap((one, at) => {
    const other = facts.slice(at + 1).find((each) => each.measure === one.measure && each.unit === one.unit);
    if (!other || other.subject === one.subject || one.unit === 'EUR') return [];
    return [excess(one, other, facts)];
  });
}
