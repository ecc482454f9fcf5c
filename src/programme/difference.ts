import { compare, difference } from './decimal.ts';
import { type DerivedFact, derivedFact, type Fact } from './facts.ts';
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
  const said = inEuros ? roundedMillions(value, formula) : { value, formula };
  return derivedFact([one, other], { measure: 'difference', ...said });
}

/** By how much the larger of two figures exceeds the smaller; `all` may hold them in other units as well. */
export function excess(one: Fact, other: Fact, all: readonly Fact[]): DerivedFact {
  const [from, take] = compare(one.value, other.value) >= 0 ? [one, other] : [other, one];
  const term = (fact: Fact) => ({
    fact,
    all: all.filter(({ subject, measure }) => subject === fact.subject && measure === fact.measure),
  });
  return differenceFact(term(from), term(take));
}
