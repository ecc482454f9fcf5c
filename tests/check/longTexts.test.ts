import { describe, expect, it } from 'vitest';
import { amountsIn } from '../../src/check/page/numerals.ts';
import { dayOf } from '../../src/maintenance/eu/dates.ts';
import { placesOf } from '../../src/maintenance/eu/heads.ts';
import { withPlainNumbers } from '../../src/maintenance/eu/numbers.ts';
import { unreadable } from '../../src/maintenance/sheet/numbers.ts';
import { swapMarks } from '../../src/model/decimal.ts';

const amounts = (text: string) => amountsIn(text).map((numeral) => numeral.text);

describe('what a word or a code may be long has a bound', () => {
  it.each([
    ['OT9', []],
    ['COVID-19', []],
    [`${'x'.repeat(40)}12`, []],
    [`${'x'.repeat(41)}12`, ['12']],
    ['slide 12', []],
    [`slide ${'1'.repeat(20)}`, []],
    [`slide ${'1'.repeat(21)}`, ['1'.repeat(21)]],
    ['slide 1, 2 e 3', []],
    ['slide 12%', ['12']],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });

  it('a date, and brackets in the head of a column', () => {
    expect(dayOf('31/12/2018   10:00', null)).toBe('2018-12-31');
    expect(dayOf(`31/12/2018${' '.repeat(80)}10:00`, null)).toBeNull();
    const places = (inside: string) => [...placesOf(['year'], [`Year (${inside})`])];
    expect(places('x'.repeat(200))).toEqual([['year', 0]]);
    expect(places('x'.repeat(201))).toEqual([]);
  });
});

const RUN = 400_000;

/** Each takes minutes where it looks at every letter again for every letter. */
describe('a long run of one letter is read to its end', () => {
  const plain = (cell: string) => {
    const format = { numbers: { amount: 'EUR' }, alike: [] } as const;
    return withPlainNumbers([{ row: 1, cells: { amount: cell } }], format).rows[0]?.cells.amount;
  };

  it('of letters in a text', () => expect(amounts('x'.repeat(RUN))).toEqual([]), 30_000);
  it(
    'of digits after a word that numbers',
    () => expect(amounts(`slide ${'1'.repeat(RUN)}%`)).toHaveLength(1),
    30_000,
  );
  it('of commas in a cell', () => expect(unreadable(`-${','.repeat(RUN)}a1`)).toBeNull(), 30_000);
  it('of brackets in a head', () => expect(placesOf(['year'], ['('.repeat(RUN)]).size).toBe(0), 30_000);
  it('of blanks in a date', () => expect(dayOf(`1${' '.repeat(RUN)}x`, null)).toBeNull(), 30_000);
  it('of blanks in a number', () => {
    const cell = `1${' '.repeat(RUN)}x`;
    expect(plain(cell)).toBe(cell);
  }, 30_000);
});

it('the marks of a number change places, and come back', () => {
  expect(swapMarks('1.234,56')).toBe('1,234.56');
  expect(swapMarks(swapMarks('1.234,56'))).toBe('1.234,56');
});
