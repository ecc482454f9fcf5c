import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { languageIn } from '../../src/question/language.ts';

const commands = [...(await loadCatalogue()).values()];

test.each([
  ['quanto ha certificato l’asse II?', 'it'],
  ['how much has axis II certified?', 'en'],
  ['axis II certified', 'en'],
  ['women axis 3', 'en'],
  ['donne asse 3', 'it'],
  ['e il IV?', 'it'],
  ['and the IV?', 'en'],
  ['CIGD', null],
  ['CR03?', null],
  ['', null],
  ['アクシス2の認証額は？', null],
])('%s is taken for %s', (text, language) => {
  expect(languageIn(text, commands)).toBe(language);
});

test('of the questions that people asked, one in a hundred is taken for the other language', () => {
  const lines = readFileSync('tests/question/questions.jsonl', 'utf8').trim().split('\n');
  const questions = lines.map((line) => JSON.parse(line) as { q: string; locale: string });
  const wrong = questions.filter(({ q, locale }) => ![locale, null].includes(languageIn(q, commands)));
  const untold = questions.filter(({ q }) => languageIn(q, commands) === null);
  expect(wrong.length / questions.length).toBeLessThan(0.01);
  expect(untold.length / questions.length).toBeLessThan(0.05);
});
