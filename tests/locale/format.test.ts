import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, day, formula, list, number, signed } from '../../src/locale/format.ts';
import { type Decimal, decimal, printedDecimal, toPlain } from '../../src/model/decimal.ts';
import { LOCALES, localeOf } from '../../src/model/locale.ts';

function d(text: string): Decimal {
  const value = decimal(text);
  if (!value) throw new Error(`no number: ${text}`);
  return value;
}

describe('a number', () => {
  it.each([
    ['236.7', '236,7', '236.7'],
    ['379.0', '379,0', '379.0'],
    ['2.28', '2,28', '2.28'],
    ['0.5', '0,5', '0.5'],
    ['20', '20', '20'],
    ['1033', '1.033', '1,033'],
    ['3948', '3.948', '3,948'],
    ['189082', '189.082', '189,082'],
    ['184312574.33', '184.312.574,33', '184,312,574.33'],
    ['-32', '−32', '−32'],
    ['0', '0', '0'],
  ])('%s is %s in Italian and %s in English', (value, it, en) => {
    expect([number(d(value), 'it'), number(d(value), 'en')]).toEqual([it, en]);
  });

  it('keeps every decimal that it has, and reads back as the same number', () => {
    const anyDecimal = fc.record({
      units: fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
      places: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(printedDecimal(number(value, 'it'))).toEqual(d(toPlain(value)));
        expect(number(value, 'en').replaceAll(',', '').replace('−', '-')).toBe(toPlain(value));
      }),
    );
  });
});

const TAGS = { it: 'it-IT', en: 'en-GB' } as const;

describe('what is written here is what Intl writes', () => {
  it('numbers', () => {
    const anyDecimal = fc.record({
      units: fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
      places: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(anyDecimal, fc.constantFrom(...LOCALES), (value, locale) => {
        const digits = { minimumFractionDigits: value.places, useGrouping: 'always' } as const;
        const format = new Intl.NumberFormat(TAGS[locale], digits);
        const plain = toPlain(value) as `${number}`;
        expect(number(value, locale)).toBe(format.format(plain).replace('-', '−'));
      }),
    );
  });

  it.each(LOCALES)('lists in %s', (locale) => {
    const format = new Intl.ListFormat(TAGS[locale], { type: 'conjunction' });
    for (const count of [0, 1, 2, 3, 4, 7]) {
      const items = Array.from({ length: count }, (_, at) => `asse ${at + 1}`);
      expect(list(items, locale)).toBe(format.format(items));
    }
  });
});

describe('an amount', () => {
  it.each([
    ['109.8', 'MEUR', '109,8\u00a0Mln\u00a0€', '€109.8\u00a0M'],
    ['184312574.33', 'EUR', '184.312.574,33\u00a0€', '€184,312,574.33'],
    ['1033', 'count', '1.033', '1,033'],
    ['29.0', 'percent', '29,0%', '29.0%'],
    ['47', 'percent', '47%', '47%'],
  ] as const)('%s %s', (value, unit, it, en) => {
    expect([amount(d(value), unit, 'it'), amount(d(value), unit, 'en')]).toEqual([it, en]);
  });

  it('is never broken over two lines', () => {
    for (const locale of LOCALES) {
      for (const unit of ['MEUR', 'EUR', 'count', 'percent'] as const) {
        expect(amount(d('1234567.8'), unit, locale)).not.toContain(' ');
      }
    }
  });
});

describe('a distance', () => {
  it.each([
    ['29', '+29'],
    ['0', '0'],
    ['-32', '−32'],
    ['1.5', '+1,5'],
  ])('%s is %s', (value, said) => expect(signed(d(value), 'it')).toBe(said));
});

describe('a formula', () => {
  it('writes its numbers in the language', () => {
    const pieces = [d('1098.5'), ' ÷ ', d('379.0'), ' × 100'];
    expect([formula(pieces, 'it'), formula(pieces, 'en')]).toEqual([
      '1.098,5 ÷ 379,0 × 100',
      '1,098.5 ÷ 379.0 × 100',
    ]);
  });
});

describe('a day', () => {
  it.each([
    ['2020-12-31', '31.12.2020', '31 Dec 2020'],
    ['2014-01-01', '01.01.2014', '1 Jan 2014'],
    ['2020-09-30', '30.09.2020', '30 Sept 2020'],
  ])('%s', (iso, it, en) => expect([day(iso, 'it'), day(iso, 'en')]).toEqual([it, en]));
});

describe('a list', () => {
  it.each([
    [[], '', ''],
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a e b', 'a and b'],
    [['a', 'b', 'c'], 'a, b e c', 'a, b and c'],
  ])('of %o', (items, it, en) => expect([list(items, 'it'), list(items, 'en')]).toEqual([it, en]));
});

describe('the language of a person', () => {
  it.each([
    ['it', 'it'],
    ['IT', 'it'],
    ['it-IT', 'it'],
    ['en-US', 'en'],
    ['de', 'en'],
    ['ja', 'en'],
  ] as const)('who says %s is %s', (tag, locale) => expect(localeOf(tag, 'it')).toBe(locale));

  it.each([null, undefined, ''])('who says %o is the default', (tag) => {
    expect([localeOf(tag, 'it'), localeOf(tag, 'en')]).toEqual(['it', 'en']);
  });
});
