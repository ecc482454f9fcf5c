import { describe, expect, it, test } from 'vitest';
import { phrases } from '../../src/locale/phrases.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { MEASURES } from '../../src/model/measures.ts';

/** Every phrase with where it stands; those that take words are given marked ones. */
function spoken(part: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') return [[path, String(part('«1»', '«2»'))]];
  return Object.entries(part ?? {}).flatMap(([key, inner]) => spoken(inner, `${path}.${key}`));
}

const [ITALIAN, ENGLISH] = LOCALES.map((locale) => new Map(spoken(phrases[locale])));

/** What is said with the same letters in both languages. */
const SAME = new Set(['slide', 'no', 'No', 'formula', 'euro', '€', '%', 'target «2»: «1»']);

describe.each(LOCALES)('the phrases in %s', (locale) => {
  const all = spoken(phrases[locale]);

  it('are many, and none is empty', () => {
    expect(all.length).toBeGreaterThan(90);
    expect(all.filter(([, phrase]) => phrase.trim() === '' || phrase.trim() !== phrase)).toEqual([]);
  });

  it('are set with the marks of print, not of a typewriter', () => {
    expect(all.filter(([, phrase]) => /['"`]|\.\.\.| {2}/.test(phrase))).toEqual([]);
  });

  it('name every measure, each by another name', () => {
    const names = MEASURES.map((measure) => phrases[locale].measures[measure]);
    expect(new Set(names).size).toBe(MEASURES.length);
  });

  it('make examples of one line that fit a button', () => {
    for (const ask of Object.values(phrases[locale].asks))
      expect(ask('n'.repeat(40))).toMatch(/^[^\n]{45,80}$/);
  });

  it('hold every word that they are given', () => {
    const taking = [
      'unknownCommand',
      'failure',
      'missing',
      'absent',
      'notFound',
      'unknownDate',
      'sharedBy',
    ] as const;
    for (const key of taking) {
      const phrase: (one: string, other: string, many: boolean) => string = phrases[locale][key];
      expect(phrase('WORD', 'OTHER', true), key).toContain('WORD');
    }
    expect(phrases[locale].absent('WORD', 'OTHER', false)).toContain('OTHER');
  });
});

test('English says everything that Italian says, in other words', () => {
  expect([...(ENGLISH?.keys() ?? [])]).toEqual([...(ITALIAN?.keys() ?? [])]);
  const same = [...(ITALIAN ?? [])].filter(([path, phrase]) => ENGLISH?.get(path) === phrase);
  expect(same.filter(([, phrase]) => !SAME.has(phrase))).toEqual([]);
});
