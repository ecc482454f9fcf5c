import { expect, test } from 'vitest';
import type { Locale } from '../../src/model/locale.ts';
import { figures, question, shown } from '../desk.ts';

const plainFigures = (text: string, locale: Locale = 'it') => figures(question(text, locale));

test.each([
  [
    'Il collega della ragioneria sostiene che abbiamo impegnato più di 600 milioni: qual è il dato degli impegni del programma?',
    'programme committed 641.6 MEUR',
  ],
  [
    'Last week someone mentioned the enhancement of the regional geographic data base, how much money is that one?',
    'base-dati-geografica unspecified 0.7 MEUR',
  ],
  [
    'avrei bisogno per il verbale di attivato e impegnato dell’asse IV',
    'axis-4 activated 19.9 MEUR',
    'axis-4 committed 15.9 MEUR',
  ],
])('%s', (text, ...expected) => {
  const given = plainFigures(text, text.startsWith('Last') ? 'en' : 'it');
  expect(given).toEqual(expect.arrayContaining(['answer', ...expected]));
});

test('what is told names another thing: the card says that it was left aside', () => {
  const reply = question('vi scrivo dall’assistenza tecnica: quanto ha certificato l’asse II?', 'it');
  expect(figures(reply)).toEqual(['answer', 'axis-2 certified 109.8 MEUR']);
  expect(shown(reply)).toContain('Non ho considerato: «assistenza tecnica»');
});

test('a measure that only what is told says is never dropped', () => {
  const [outcome, ...given] = plainFigures('ho letto quanto ha pagato l’asse II, e l’asse III?');
  expect(outcome === 'refuse' || given.every((figure) => figure.includes(' paid '))).toBe(true);
});

test.each([
  ['quanto ha certificato l’asse II tranne il IV, mi serve entro le 12', /IV|tranne/],
  ['per il verbale: quanto ha certificato il programma escluso l’asse IV?', /escl|IV/],
])('an operator in what is asked stays: %s', (text, named) => {
  expect(shown(question(text, 'it'))).toMatch(named);
});

test.each(['zufolo', 'donnine', 'quadrifoglio', 'campanile'])(
  'beside the bare name of an axis every other word counts: "%s"',
  (word) => {
    expect(plainFigures(`asse IV ${word}`)).toEqual(['refuse']);
  },
);

test.each([
  'Quanti destinatari ci sono in provincia di Bergamo?',
  'asse II: quanti destinatari sono in provincia di Bergamo?',
  'totale pagato, quello delle imprese che sono in provincia di Bergamo',
  'quante donne per il comune di Brescia?',
])('what is asked is not taken for what is told: %s', (text) => {
  expect(plainFigures(text)).toEqual(['refuse']);
});
