import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, orderOf } from '../../../src/maintenance/eu/dates.ts';
import { euTableIn } from '../../../src/maintenance/eu/rows.ts';
import { achievementRow, type Cells, csv, financeRow } from './csv.ts';
import { EXPORTS, exported } from './portal.ts';

function tableOf(bytes: Uint8Array) {
  const table = euTableIn(bytes);
  return 'rows' in table ? table.rows.map(({ cells }) => cells) : table.map(({ message }) => message.en);
}
const read = (rows: readonly Cells[]) => tableOf(new TextEncoder().encode(csv(rows)));
const amountsOf = (amounts: readonly string[]) => {
  const [total_amount = '', total_eligible_cost = '', total_eligible_expenditure = ''] = amounts;
  return [financeRow({ total_amount, total_eligible_cost, total_eligible_expenditure })];
};

describe('numbers', () => {
  it('are the same in every export, whatever the table', () => {
    const cents = fc.integer({ min: 0, max: 99_999_999_999 }).map((units) => (units / 100).toFixed(2));
    const money = fc.tuple(cents, cents, cents);
    const row = fc.tuple(money, fc.integer({ min: 2014, max: 2023 })).map(([amounts, year]) => ({
      ...amountsOf(amounts)[0],
      year: String(year),
      reference_date: `${year}-12-31`,
    }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const expected = tableOf(exported(rows, EXPORTS.API));
        for (const way of Object.values(EXPORTS)) expect(tableOf(exported(rows, way))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [['358000000.0', '1.5', '0.0'], '358000000.0', '1.5', '0.0'],
    [['358.000.000,00', '1,5', '0'], '358000000.0', '1.5', '0.0'],
    [['358,000,000', '1.234', '0'], '358000000.0', '1.234', '0.0'],
    [['1.234', '12,50', '0'], '1234.0', '12.5', '0.0'],
    [['€1,234.00', '5 EUR', '0'], '1234.0', '5.0', '0.0'],
    [['1 234,5', '1\u202f000', "2'000"], '1234.5', '1000.0', '2000.0'],
  ] as const)('%s are read by what the others give away', (cells, ...plain) => {
    const [row] = read(amountsOf(cells));
    expect(row).toMatchObject({
      total_amount: plain[0],
      total_eligible_cost: plain[1],
      total_eligible_expenditure: plain[2],
    });
  });

  it('are refused, by row and column, where nothing tells thousands from decimals', () => {
    expect(read(amountsOf(['1.234', '5', '0']))).toEqual([
      '"1.234" (total_amount) can be read in two ways (1.234 / 1234), and no other number in the file tells which: export it again with the cents.',
    ]);
  });

  it('of people are whole', () => {
    expect(read([achievementRow({ implemented_value: '38.538', target_value: '80' })])).toMatchObject([
      { implemented_value: '38538' },
    ]);
    expect(read([achievementRow({ implemented_value: '38.538', target_value: '0.5' })])).toMatchObject([
      { implemented_value: '38.538' },
    ]);
  });
});

describe('dates', () => {
  it.each([
    ['2018-12-31', '2018-12-31'],
    ['2018-12-31T00:00:00.000', '2018-12-31'],
    ['2018-12-30T23:00:00.000Z', '2018-12-31'],
    ['2018-12-30T22:59:59.000Z', '2018-12-30'],
    ['2022-06-29T22:00:00Z', '2022-06-30'],
    ['2018-12-31T00:00:00+01:00', '2018-12-31'],
    ['2018-12-31T05:30:00+0530', '2018-12-31'],
    ['12/30/2018 11:00:00 PM +0000', '2018-12-31'],
    ['12/31/2018 12:00:00 AM', '2018-12-31'],
    ['06/12/2018 12:00:00 AM', '2018-06-12'],
    ['31/12/2018 00:00', '2018-12-31'],
    ['31.12.18', '2018-12-31'],
    ['2018 Dec 31 12:00:00 AM', '2018-12-31'],
    ['Dec 31, 2018', '2018-12-31'],
    ['31-dic-2018', '2018-12-31'],
    ['43465', '2018-12-31'],
    ['43465,0', '2018-12-31'],
    ['30/02/2018', null],
    ['06/12/2018', null],
    ['next year', null],
    ['', null],
  ])('%s is %s', (cell, day) => expect(dayOf(cell, orderOf([cell]))).toBe(day));

  it('that may be two are read as the others of the file are', () => {
    expect(dayOf('06/12/2018', orderOf(['06/12/2018', '31/12/2019']))).toBe('2018-12-06');
    expect(dayOf('06/12/2018', orderOf(['06/12/2018', '12/31/2019']))).toBe('2018-06-12');
  });

  it('may stand beside a year that a spreadsheet groups', () => {
    expect(read([financeRow({ year: '2,023' })])).toMatchObject([{ year: '2023' }]);
    expect(read([financeRow({ year: '2023.0' })])).toMatchObject([{ year: '2023' }]);
  });
});
