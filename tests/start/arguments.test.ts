import { expect, it } from 'vitest';
import type { Locale } from '../../src/model/locale.ts';
import { calledWith } from '../../src/start/arguments.ts';

const CALL = {
  usage: { it: 'programma [--yes] FILE', en: 'program [--yes] FILE' },
  atLeast: 1,
  atMost: 1,
};
const OPTIONS = { yes: { type: 'boolean' }, out: { type: 'string' } } as const;

function why(args: readonly string[], fallback: Locale = 'it'): string | undefined {
  const called = calledWith(args, OPTIONS, CALL, fallback);
  return called.ok ? undefined : called.why.split('\n')[0];
}

it('takes options, arguments and the language', () => {
  const called = calledWith(['--yes', 'file', '--locale=en'], OPTIONS, CALL, 'it');
  expect(called).toMatchObject({ ok: true, locale: 'en', positionals: ['file'], values: { yes: true } });
});

it.each([
  [['--stric', 'file'], 'L’opzione --stric non esiste.', 'There is no option --stric.'],
  [['-x', 'file'], 'L’opzione -x non esiste.', 'There is no option -x.'],
  [['file', '--out'], 'Dopo --out manca il suo valore.', 'The value of --out is missing.'],
  [['file', '--out', '--yes'], 'Dopo --out manca il suo valore.', 'The value of --out is missing.'],
  [['file', '--locale'], 'Dopo --locale manca il suo valore.', 'The value of --locale is missing.'],
  [['file', '--yes=no'], '--yes non prende un valore.', '--yes takes no value.'],
  [['one', 'two', 'three'], 'Di troppo: two three', 'Too many: two three'],
  [[], 'Manca un argomento.', 'An argument is missing.'],
])('says why a call makes no sense, in the language of the person: %j', (args, italian, english) => {
  expect([why(args), why(args, 'en')]).toEqual([italian, english]);
});

it('follows the language of the call before that of the settings, and ends with the usage', () => {
  const called = calledWith(['--locale', 'en', '--wrong'], OPTIONS, CALL, 'it');
  expect(called).toEqual({
    ok: false,
    why: 'There is no option --wrong.\nUsage: program [--yes] FILE',
  });
});

it('says which languages there are', () => {
  expect(why(['file', '--locale', 'fr'])).toBe('--locale fr: le lingue sono it (italiano) ed en (inglese).');
});
