import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LOCALES } from '../../src/model/locale.ts';
import { desk, question, shown } from '../desk.ts';
import { RIGHT } from './rightQuestions.ts';

/** As long as a question may be. */
const LONGEST = 600;

function isRead(text: string): void {
  for (const locale of LOCALES) {
    const given = question(text, locale);
    expect(given.card.headline.trim()).not.toBe('');
    expect(shown(given)).not.toMatch(/Domanda troppo lunga|too long/);
    expect(given.outcome === 'answer' || given.facts.length === 0).toBe(true);
  }
}

const words = [...new Set(RIGHT.flatMap(([, text]) => text.split(' ')))];
const word = fc.oneof(
  fc.constantFrom(...words, ...'tranne senza almeno metà doppio 2019 31.12.2020 9.iv 20/21 % e ,'.split(' ')),
  fc.constantFrom(...desk.names.named.flatMap(({ names }) => names)),
);

describe('a text as long as a question may be is read', () => {
  it('whatever a few words are repeated in it', () => {
    const repeated = fc
      .array(word, { minLength: 1, maxLength: 4 })
      .map((some) => `${some.join(' ')} `.repeat(LONGEST).slice(0, LONGEST));
    fc.assert(fc.property(repeated, isRead), { numRuns: 30 });
  });

  it('whatever words are in it', () => {
    const mixed = fc
      .array(word, { minLength: 80, maxLength: 200 })
      .map((some) => some.join(' ').slice(0, LONGEST));
    fc.assert(fc.property(mixed, isRead), { numRuns: 30 });
  });

  test.each([
    'donne e uomini ',
    'asse 1 e asse 2 ',
    '2019 e 2020 ',
    'tranne il IV ',
    '1,97 milioni ',
    '31.12.2020 ',
  ])('made of "%s"', (part) => isRead(part.repeat(LONGEST).slice(0, LONGEST)));
});
