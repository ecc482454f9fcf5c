import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachHolder, holdersOf } from '../../src/search/index/holders.ts';

const TERMS = 6;

describe('the things that hold a term', () => {
  it('are visited in their order, however many they are', () => {
    const things = fc.array(fc.uniqueArray(fc.nat(TERMS - 1)), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(things, (termsOf) => {
        const holders = holdersOf(TERMS, termsOf.length, (visit) => {
          for (const [thing, terms] of termsOf.entries()) for (const term of terms) visit(term, thing);
        });
        for (let term = 0; term < TERMS; term++) {
          const visited: number[] = [];
          eachHolder(holders, term, (thing) => visited.push(thing));
          const expected = termsOf.flatMap((terms, thing) => (terms.includes(term) ? [thing] : []));
          expect(visited).toEqual(expected);
          expect(holders.counts[term]).toBe(expected.length);
        }
      }),
    );
  });
});
