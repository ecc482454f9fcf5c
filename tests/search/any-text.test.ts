import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match, suggest, tokens } from '../../src/search/matcher.ts';
import { INDEX, NAMED } from './things.ts';

const LONGEST = 6000;
const anyText = fc.string({ unit: 'binary', maxLength: LONGEST });
const words = fc.constantFrom(...NAMED.flatMap(({ names }) => names.flatMap((name) => name.split(' '))));
const wordy = fc
  .array(fc.oneof(words, fc.constantFrom('asse', '9.', 'PI', '2020', '/', 'e', 'IV', '.', "l'", '!', '|')), {
    maxLength: 40,
  })
  .map((parts) => parts.join(' '));

describe('any text', () => {
  it('gets an outcome', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, wordy), (text) => {
        const { outcome, best, rivals, candidates } = match(INDEX, text);
        expect(best === null).toBe(outcome !== 'found');
        expect(rivals.length > 0).toBe(outcome === 'choose');
        expect(candidates.length).toBeLessThanOrEqual(25);
        for (const { score } of candidates) expect(score >= 0 && score <= 1).toBe(true);
        expect(suggest(INDEX, text, ['initiative']).length).toBeLessThanOrEqual(25);
      }),
      { numRuns: 150 },
    );
  });

  it('is read into tokens that stand in it one after another', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, wordy), (text) => {
        let end = 0;
        for (const token of tokens(text)) {
          expect(token.term).not.toBe('');
          expect(token.start >= end && token.end > token.start && token.end <= text.length).toBe(true);
          end = token.end;
        }
      }),
    );
  });

  it('means the same in capitals and with accents taken apart', () => {
    fc.assert(
      fc.property(wordy, (text) => {
        const terms = (written: string) => tokens(written).map(({ term }) => term);
        expect(terms(text.normalize('NFD'))).toEqual(terms(text.normalize('NFC')));
      }),
    );
  });

  it.each([
    ['one long word', 'a'.repeat(LONGEST)],
    ['many words', 'formazzione '.repeat(LONGEST / 12)],
    ['many numbers', '9.i '.repeat(LONGEST / 4)],
    ['many dots', 'c.'.repeat(LONGEST / 2)],
    ['many axes', 'asse '.repeat(LONGEST / 5)],
    ['marks without letters', '\u0301'.repeat(LONGEST)],
    ['another script', '漢字'.repeat(LONGEST / 2)],
    ['broken surrogates', '\ud800'.repeat(LONGEST)],
  ])(
    'as long as a message may be: %s',
    (_, text) => {
      expect(['found', 'choose', 'none']).toContain(match(INDEX, text).outcome);
    },
    5000,
  );
});
