import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/check/text/json.ts';
import type { JsonProblem } from '../../src/check/text/jsonProblems.ts';

const GENERAL = 'Guardare questa riga e quella prima';

function problemIn(text: string): JsonProblem {
  const read = parseJson(text);
  if ('value' in read || !read[0]) throw new Error(`no problem in ${text}`);
  return read[0];
}

const row = (value: string) =>
  `{\n  "subject": "axis-2", "value": ${value}, "unit": "MEUR", "quote": "a: 5, b"\n}`;

describe('a number that is none', () => {
  it.each([
    ['109,8', 'ha una virgola', 'Scrivere 109.8, con il punto decimale.'],
    ['184.312.574,33', 'ha una virgola', 'Scrivere 184312574.33, con il punto decimale.'],
    ['1.234,5', 'ha una virgola', 'Scrivere 1234.5, con il punto decimale.'],
    [
      '209,754',
      'ha una virgola',
      'Scrivere 209.754, con il punto, se la virgola separa i decimali; 209754 se separa le migliaia.',
    ],
    ['184.312.574', 'le migliaia vi sono separate', 'Scrivere 184312574.'],
    ['1,234,567.5', 'le migliaia vi sono separate', 'Scrivere 1234567.5.'],
    ['209 754', 'le migliaia vi sono separate', 'Scrivere 209754.'],
    ['0109.8', 'comincia con uno zero', 'Scrivere 109.8.'],
    ['007', 'comincia con uno zero', 'Scrivere 7.'],
    ['0x1F', 'è in forma esadecimale', 'Scriverlo con le cifre da 0 a 9, come 109.8.'],
    ['NaN', 'dice che non c’è', 'Una cifra che il documento non stampa non si scrive: togliere la riga.'],
    ['n.d.', 'dice che non c’è', 'Una cifra che il documento non stampa non si scrive: togliere la riga.'],
    ['+5', 'il suo segno non si legge', 'Scrivere 5.'],
    ['.5', 'manca una cifra accanto al punto', 'Scrivere 0.5.'],
    ['5.', 'manca una cifra accanto al punto', 'Scrivere 5.'],
    ['109.8 €', 'ha accanto la sua unità', 'Lasciare qui solo il numero, come 109.8: l’unità sta in "unit".'],
    [
      '109,8 Mln€',
      'ha accanto la sua unità',
      'Lasciare qui solo il numero, come 109.8: l’unità sta in "unit".',
    ],
  ])('is said to be one, at its beginning, with what to write: %s', (value, why, advice) => {
    const text = row(value);
    const { place, it, en, adviceIt, adviceEn } = problemIn(text);
    expect([it, adviceIt]).toEqual([`${value} non è un numero che si possa leggere: ${why}.`, advice]);
    expect([en, adviceEn].join()).not.toMatch(/[àèéìòù]|Scriv/);
    expect(text.split('\n')[place.line - 1]?.slice(place.column - 1)).toMatch(/^\S/);
    expect(
      text
        .split('\n')
        [place.line - 1]?.slice(place.column - 1)
        .startsWith(value),
    ).toBe(true);
  });

  it('is found at the end of a line and of a record', () => {
    for (const text of [
      '{ "value": 109,8 }',
      '{\n"value": 109,8\n}',
      '{\r\n"value": 109,8,\r\n"unit": "x" }',
    ]) {
      expect([text, problemIn(text).adviceEn]).toEqual([text, 'Write 109.8, with a decimal point.']);
    }
  });
});

describe('quotes that are none', () => {
  it.each([
    '{ “value”: 5 }',
    '{ "value”: 5, "unit": "x" }',
    '{ "unit": “a”, "value": 5 }',
    '{ "unit": "a”, "value": 5 }',
  ])('are said to be typographic: %s', (text) => {
    const { place, it } = problemIn(text);
    expect(it).toContain('virgolette tipografiche');
    expect(text.charAt(place.column - 1)).toMatch(/[“”]/);
  });

  it('are said to be apostrophes', () => {
    expect(problemIn(`{ 'value': 5 }`).it).toContain('un apostrofo');
  });
});

it('any other slip is told as before, whatever stands in the texts beside it', () => {
  for (const text of [
    '{ "value": 5 "unit": "a: 109,8, “b”, c" }',
    '{ "quote": "a: 109,8 Mln", "value": 5,, "unit": "x" }',
    '{ "value": [1, 2 3] }',
    '{ "value": cinque, "unit": "x" }',
    '{ "quote": "«a»", }',
  ]) {
    expect([text, problemIn(text).adviceIt]).toEqual([text, expect.stringContaining(GENERAL)]);
  }
});
