import {
  compare,
  type Decimal,
  difference,
  distinctDifference,
  percentage,
  withPlaces,
} from '../model/decimal.ts';
import { type DerivedFact, derivedFact, type Fact } from '../model/facts.ts';
import { millionsOf, READ_WITH, readingOf, roundedMillions } from './inMillions.ts';

/** A figure, and the same one in every unit in which it is known. */
type Term = { readonly fact: Fact; readonly all: readonly Fact[] };

/**
 * With as many decimals as the less precise of its terms. Of millions that are known in euros the euros are
 * subtracted, and it is rounded once, at the end; where the terms as they are shown give another result, or none, it
 * has one decimal more: 184,3 less 146,7 is 37,6, and what lies between the euros is 37,65.
 */
export function differenceFact(from: Term, take: Term): DerivedFact {
  const operands = [from.fact, take.fact];
  const euros = eurosOf(from, take);
  const [one, other] = euros ?? [from.fact, take.fact];
  const value = distinctDifference(one.value, other.value);
  const formula = [one.value, ' − ', other.value];
  const places = placesOf(from.fact, take.fact);
  const agrees = isPlain(from.fact, take.fact, withPlaces(millionsOf(value), places));
  const result = euros ? roundedMillions(value, formula, agrees ? places : places + 1) : { value, formula };
  return derivedFact([one, other], { measure: 'difference', ...result, operands });
}

/** Two figures as they are shown beside their difference. */
export type Apart = { readonly after: Fact; readonly before: Fact; readonly difference: DerivedFact };

/** More decimals of a million than these are harder to read than the euros. */
const MOST_MORE = 2;

/**
 * Two figures with so many decimals that the difference is that of what is shown; null where they are better told in
 * euros, because millions are the same, or agree with their difference only in many decimals.
 */
export function apart(after: Term, before: Term): Apart | null {
  const difference = differenceFact(after, before);
  const plain = { after: after.fact, before: before.fact, difference };
  const euros = eurosOf(after, before);
  if (!euros) return plain;
  if (compare(after.fact.value, before.fact.value) === 0) return null;
  if (isPlain(after.fact, before.fact, difference.value)) return plain;
  const least = placesOf(after.fact, before.fact);
  const finer = Array.from({ length: MOST_MORE }, (_, at) => inPlaces(euros, difference, least + 1 + at));
  return finer.find((each) => isPlain(each.after, each.before, each.difference.value)) ?? null;
}

function inPlaces([to, from]: readonly [Fact, Fact], rounded: DerivedFact, places: number): Apart {
  const [after, before] = [readingOf(to, places), readingOf(from, places)];
  const value = withPlaces(millionsOf(difference(to.value, from.value)), places);
  return { after, before, difference: { ...rounded, value, operands: [after, before] } };
}

/** Of millions that are both known in euros, the euros. */
function eurosOf(one: Term, other: Term): readonly [Fact, Fact] | null {
  const [more, less] = [one, other].map(({ all }) => all.find(({ unit }) => unit === 'EUR'));
  return one.fact.unit === 'MEUR' && more && less ? [more, less] : null;
}

const placesOf = (one: Fact, other: Fact): number =>
  Math.max(READ_WITH, Math.min(one.value.places, other.value.places));

/** Whether a reader who subtracts what is shown comes to the same difference. */
function isPlain(from: Fact, take: Fact, value: Decimal): boolean {
  return compare(difference(from.value, take.value), value) === 0;
}

const GROWTH_PLACES = 1;

/** (after − before) ÷ before × 100, of euros where both are known in euros; null from zero, and of percentages. */
export function growthFact(after: Term, before: Term): DerivedFact | null {
  if (after.fact.unit === 'percent') return null;
  const [later, earlier] = [after, before].map(({ all }) => all.find(({ unit }) => unit === 'EUR'));
  const [to, from] = later && earlier ? [later, earlier] : [after.fact, before.fact];
  const value = percentage(difference(to.value, from.value), from.value, GROWTH_PLACES);
  if (!value) return null;
  const formula = ['(', to.value, ' − ', from.value, ') ÷ ', from.value, ' × 100'];
  const operands = [after.fact, before.fact];
  return derivedFact([to, from], { measure: 'growth', unit: 'percent', value, formula, operands });
}

/** By how much the larger of two figures exceeds the smaller; `all` may hold them in other units as well. */
function excess(one: Fact, other: Fact, all: readonly Fact[]): DerivedFact {
  const [from, take] = compare(one.value, other.value) >= 0 ? [one, other] : [other, one];
  const term = (fact: Fact) => ({
    fact,
    all: all.filter(({ subject, measure }) => subject === fact.subject && measure === fact.measure),
  });
  return differenceFact(term(from), term(take));
}

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
