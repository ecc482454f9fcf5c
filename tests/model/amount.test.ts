import { describe, expect, test } from 'vitest';
import { amountId, amountIn, readAmount } from '../../src/model/amount.ts';
import { toPlain } from '../../src/model/decimal.ts';
import { LOCALES } from '../../src/model/locale.ts';

const read = (text: string, locale: 'it' | 'en' = 'it') => {
  const amount = readAmount(text, locale);
  return amount && `${toPlain(amount.value)} ${amount.unit}`;
};

describe('an amount as people write it', () => {
  test.each([
    ['20', '20 null'],
    ['20,5 Mln', '20.5 MEUR'],
    ['20 milioni', '20 MEUR'],
    ['20 milioni di euro', '20 MEUR'],
    ['20,5 M€', '20.5 MEUR'],
    ['€20 M', '20 MEUR'],
    ['1,5 miliardi', '1500 MEUR'],
    ['50 %', '50 percent'],
    ['50 per cento', '50 percent'],
    ['1.000', '1000 null'],
    ['184.312.574,33 €', '184312574.33 EUR'],
    ['184.312.574,33\u00a0€', '184312574.33 EUR'],
    ['150k', '150 thousand'],
    ['150 mila euro', '150 thousand'],
    ['1,250', '1.250 null'],
    ['-5', '-5 null'],
    ['10.000 persone', '10000 count'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['1,000', '1000 null'],
    ['€184,312,574.33', '184312574.33 EUR'],
    ['20.125 M', '20.125 MEUR'],
    ['150 thousand', '150 thousand'],
  ])('in English: %s', (text, expected) => {
    expect(read(text, 'en')).toBe(expected);
  });

  test.each(['', 'tanto', '20 patate', '1.2.3', '1,2,3', '10-20', '€', '2020-12-31'])('not %j', (text) => {
    expect(LOCALES.map((locale) => readAmount(text, locale))).toEqual([null, null]);
  });

  test.each(['20', '20.5M', '184312574.33€', '50%', '150k', '1.2500', '-5'])(
    'as an id is read alike in every language, and stays: %s',
    (id) => {
      const amounts = LOCALES.map((locale) => readAmount(id, locale));
      expect(amounts[0]).toEqual(amounts[1]);
      expect(amounts[0] && amountId(amounts[0])).toBe(id);
    },
  );

  test('with three decimals has an id that no language takes for thousands', () => {
    const amount = readAmount('1,250 Mln', 'it');
    expect(amount && amountId(amount)).toBe('1.2500M');
  });
});

describe('an amount in the unit of a figure', () => {
  test.each([
    ['20', 'MEUR', '20'],
    ['20 Mln', 'EUR', '20000000'],
    ['20.500.000 €', 'MEUR', '20.5'],
    ['150k', 'MEUR', '0.15'],
    ['150k', 'count', '150000'],
    ['2 milioni', 'count', '2000000'],
    ['50%', 'MEUR', null],
    ['50 €', 'count', null],
    ['50 Mln', 'percent', null],
  ] as const)('%s in %s', (text, unit, expected) => {
    const amount = readAmount(text, 'it');
    const value = amount && amountIn(amount, unit);
    expect(value && toPlain(value)).toBe(expected);
  });
});
