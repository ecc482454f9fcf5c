import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/model/locale.ts';
import { figures, question, shown } from '../desk.ts';
import { RIGHT } from './rightQuestions.ts';

const BARE = RIGHT.map(([locale, text]) => ({ locale, text, bare: figures(question(text, locale)) }));

/** Words that change what is asked, and what of them a card says that has taken them up. */
const OPERATORS: readonly (readonly [locale: Locale, words: string, named: RegExp])[] = [
  ['it', 'tranne il IV', /tranne|escl|\bIV\b/i],
  ['it', 'senza l’asse V', /senza|escl|\bV\b/i],
  ['it', 'esclusi i primi due', /escl|primi/i],
  ['it', 'escluso il IV', /escl|\bIV\b/i],
  ['it', 'al netto dell’asse III', /netto|escl|\bIII\b/i],
  ['it', 'almeno 50 milioni', /almeno|50/i],
  ['it', 'oltre il 200 %', /oltre|200/i],
  ['it', 'sotto i 2 milioni', /sotto|\b2 Mln|meno/i],
  ['it', 'la metà', /metà/i],
  ['it', 'il doppio', /doppio/i],
  ['it', 'per ogni comune', /comun/i],
  ['it', 'in media', /media/i],
  ['it', 'pro capite', /capite/i],
  ['en', 'except axis IV', /except|excl|\bIV\b/i],
  ['en', 'without axis V', /without|excl|\bV\b/i],
  ['en', 'at least 50 million', /at least|50/i],
  ['en', 'half of it', /half/i],
  ['en', 'twice', /twice|double/i],
  ['en', 'per capita', /capita/i],
];
const RARE = [
  'zanzibar',
  'glibertone',
  'progetto Zefiro',
  'a Zurlengo',
  'nel 1987',
  'asse 9',
  'della Sicilia',
];

describe('a word that changes the question is taken up, named or asked about', () => {
  const unnoticed = (locale: Locale, words: string, named: RegExp) =>
    BARE.filter((each) => each.locale === locale).flatMap(({ text, bare }) => {
      const body = text.replace(/\?$/, '');
      const [first, ...others] = body.split(' ');
      const texts = [`${body} ${words}`, [first, words, ...others].join(' ')];
      return texts.filter((asked) => {
        const given = question(asked, locale);
        const same = JSON.stringify(figures(given)) === JSON.stringify(bare);
        return same && !named.test(withoutNames(shown(given), text));
      });
    });

  it.each(OPERATORS)('%s: "%s"', (locale, words, named) => {
    expect(unnoticed(locale, words, named)).toEqual([]);
  });

  it.each(RARE.flatMap((words) => LOCALES.map((locale) => [words, locale] as const)))(
    '"%s", in %s',
    (words, locale) => {
      const word = words.split(' ').at(-1) ?? '';
      expect(unnoticed(locale, words, new RegExp(word, 'i'))).toEqual([]);
    },
  );
});

/** An axis that the question itself names, or one on which a fact is, is not named because of what was added. */
function withoutNames(card: string, asked: string): string {
  const own = shown(question(asked));
  return card
    .split('\n')
    .filter((line) => !own.includes(line))
    .join('\n');
}
