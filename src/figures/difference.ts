import { compare, difference, percentage } from '../model/decimal.ts';
import { type DerivedFact, derivedFact, type Fact } from '../model/facts.ts';
import { roundedMillions } from './inMillions.ts';

/** A figure, and the same one in every unit in which it is known. */
type Term = { readonly fact: Fact; readonly all: readonly Fact[] };

/** Of millions that are known in euros the euros are subtracted: it is rounded once, at the end. */
export function differenceFact(from: Term, take: Term): DerivedFact {
  const [more, less] = [from, take].map(({ all }) => all.find(({ unit }) => unit === 'EUR'));
  const inEuros = from.fact.unit === 'MEUR' && more && less;
  const [one, other] = inEuros ? [more, less] : [from.fact, take.fact];
  const value = difference(one.value, other.value);
  const formula = [one.value, ' − ', other.value];
  const result = inEuros ? roundedMillions(value, formula) : { value, formula };
  return derivedFact([one, other], { measure: 'difference', ...result, operands: [from.fact, take.fact] });
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
