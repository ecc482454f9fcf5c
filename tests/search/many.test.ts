import { describe, expect, it } from 'vitest';
import { buildNameIndex, match } from '../../src/search/matcher.ts';

const MANY = 40_000;
const letters = (number: number): string =>
  number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[+digit] ?? '');

const FREQUENT = ['alpeggi', 'ciclabili', 'museali', 'geotermici'];

/** Names of a word that every fourth one holds and a rare word, which begins with P in every fifth; and one of two such words. */
const names = Array.from({ length: MANY }, (_, at) => {
  const rare = `${at % 5 === 0 ? 'p' : 'z'}${letters(at % 397)}o`;
  return at === MANY - 1 ? 'alpeggi ciclabili' : `${FREQUENT[at % FREQUENT.length]} ${rare}`;
});
const index = buildNameIndex(names.map((name, at) => ({ kind: 'name', id: String(at), name, names: [] })));

describe('among forty thousand names of the same few words', () => {
  it.each([
    'alpeggi ciclabili',
    'ciclabili alpeggi',
    'alpeggi e ciclabili p',
    'alpeggi cicalbili',
    'i dati di alpeggi ciclabili entro stasera',
  ])('"%s" finds the one that holds all of its words', (text) => {
    expect(match(index, text).candidates[0]?.named.name).toBe('alpeggi ciclabili');
  });

  it('a word that every fourth one holds is no name', () => {
    expect(match(index, 'alpeggi').best).toBeNull();
  });
});
