import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  type Decimal,
  decimal,
  difference,
  percentage,
  printedDecimal,
  sum,
  toNumber,
  toPlain,
  withPlaces,
} from '../../src/model/decimal.ts';

const d = (text: string): Decimal => {
  const value = decimal(text);
  if (!value) throw new Error(`not a decimal: ${text}`);
  return value;
};

const anyDecimal = fc.record({
  units: fc.bigInt({ min: -(10n ** 15n - 1n), max: 10n ** 15n - 1n }),
  places: fc.integer({ min: 0, max: 6 }),
});

describe('decimal', () => {
  it.each([
    ['109.8', 1098n, 1],
    ['-0.50', -50n, 2],
    ['379', 379n, 0],
    ['184312574.33', 18431257433n, 2],
  ])('reads %s', (text, units, places) => {
    expect(decimal(text)).toEqual({ units, places });
  });

  it.each(['', '-', '1e21', '1,5', '.5', '5.', '1.2.3', 'NaN', 'Infinity', '0x10', ' 1', '1234567890123456'])(
    'does not read "%s"',
    (text) => {
      expect(decimal(text)).toBeNull();
    },
  );

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(decimal(toPlain(value))).toEqual(value);
      }),
    );
  });
});

describe('printedDecimal', () => {
  it.each([
    ['109,8', '109.8'],
    ['379,0', '379.0'],
    ['32 %', '32'],
    ['209.754', '209754'],
    ['184.312.574,33€', '184312574.33'],
    ['1,97', '1.97'],
    ['2 Mln€', '2'],
    ['€ 1.200.500,00', '1200500.00'],
    ['8,1 milioni di euro', '8.1'],
    ['-110,8', '-110.8'],
    ['−110,8 %', '-110.8'],
    ['+110,8', '110.8'],
  ])('reads %s as %s', (printed, plain) => {
    expect(printedDecimal(printed)).toEqual(d(plain));
  });

  it.each([
    ...['', 'Mln €', '19/20', '3 e 4', '1.2345'],
    ...[
      '=110,8',
      'ca. 110 milioni',
      '110,8 mila',
      '1,2 miliardi',
      '> 5',
      '110,8*',
      '(110,8)',
      '5 persone',
      '%5',
    ],
  ])('finds no number and nothing else in "%s"', (printed) => {
    expect(printedDecimal(printed)).toBeNull();
  });

  it('reads what an Italian formatter prints', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.integer({ min: 0, max: 3 }),
        (units, places) => {
          const value = { units, places };
          const format = new Intl.NumberFormat('it-IT', {
            useGrouping: 'always',
            minimumFractionDigits: places,
          } as Intl.NumberFormatOptions);
          expect(printedDecimal(format.format(toPlain(value) as `${number}`))).toEqual(value);
        },
      ),
    );
  });
});

describe('arithmetic is exact', () => {
  it('adds the axes where binary floats would not', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(sum([d('0.1'), d('0.2')])).toEqual(d('0.3'));
    expect(sum(['236.7', '379.0', '301.9', '20.0', '32.8'].map(d))).toEqual(d('970.4'));
  });

  it('is never more precise than its least precise term', () => {
    expect(sum([d('1.25'), d('1')])).toEqual(d('2'));
    expect(difference(d('20.0'), d('15.9'))).toEqual(d('4.1'));
  });

  it('adds in any order, and subtracts what it added', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(sum([a, b])).toEqual(sum([b, a]));
        const wide = Math.max(a.places, b.places);
        const [x, y] = [withPlaces(a, wide), withPlaces(b, wide)];
        expect(compare(difference(sum([x, y]), y), x)).toBe(0);
      }),
    );
  });

  it.each([
    ['109.8', '379.0', 1, '29.0'],
    ['1', '3', 2, '33.33'],
    ['2', '3', 0, '67'],
    ['1', '200', 0, '1'],
    ['-1', '200', 0, '-1'],
  ])('%s of %s to %i places is %s %%', (part, whole, places, expected) => {
    expect(percentage(d(part), d(whole), places)).toEqual(d(expected));
  });

  it('has no percentage of zero', () => {
    expect(percentage(d('1'), d('0.0'), 1)).toBeNull();
  });

  it('rounds to the nearest when places are cut', () => {
    fc.assert(
      fc.property(anyDecimal, fc.integer({ min: 0, max: 6 }), (value, places) => {
        const cut = withPlaces(value, places);
        const scale = Math.max(value.places, places);
        const error = withPlaces(cut, scale).units - withPlaces(value, scale).units;
        const step = 10n ** BigInt(scale - places);
        expect(2n * (error < 0n ? -error : error)).toBeLessThanOrEqual(step);
      }),
    );
  });

  it('compares values, not precision', () => {
    expect(compare(d('379.0'), d('379'))).toBe(0);
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
      }),
    );
  });

  it('becomes a number for display without loss up to 15 digits', () => {
    expect(toNumber(d('184312574.33'))).toBe(184312574.33);
    expect(toPlain({ units: -5n, places: 3 })).toBe('-0.005');
  });
});
