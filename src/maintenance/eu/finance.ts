import { toNumber } from '../../model/decimal.ts';
import type { PublishedMeasure } from '../../model/measures.ts';
import { isDay } from '../../model/schema.ts';
import { amountOf, axisOf, type Complain, type Dated, type Format, type Row } from './cells.ts';

/** Column → what it measures. Amounts are cumulative: those of two years are never added. */
const AMOUNTS = {
  total_amount: 'allocation',
  total_eligible_cost: 'committed',
  total_eligible_expenditure: 'declared',
} as const satisfies Record<string, PublishedMeasure>;
const COLUMNS = Object.keys(AMOUNTS) as readonly (keyof typeof AMOUNTS)[];
const CENTS = 2;

/** One row for an axis and a year: dataset 99js-gm52 of the Cohesion Open Data Platform. */
export const finance: Format = {
  is: 'finance',
  name: { it: 'avanzamento finanziario', en: 'finance implementation' },
  columns: ['cci', 'priority', 'year', 'reference_date', ...COLUMNS],
  concerns: () => true,
  figures(row, programme, complain) {
    const date = dateOf(row, complain);
    const axis = axisOf(row, 'priority', programme, complain);
    return COLUMNS.flatMap((column): readonly Dated[] => {
      const amount = amountOf(row, column, CENTS, complain);
      if (date === null || axis === null || amount === null) return [];
      const measure = AMOUNTS[column];
      const note = measure === 'declared' ? { note: 'declared' } : {};
      const where = { page: row.row, printed: row.cells[column] ?? '' };
      const what = { subject: axis.id, measure, value: toNumber(amount), unit: 'EUR' } as const;
      return [{ date, figure: { ...what, ...where, ...note } }];
    });
  },
};

/** The reporting date, which is not always the year's end; exports of the platform's API add a time to it. */
function dateOf({ cells }: Row, complain: Complain): string | null {
  const { reference_date: printed = '', year = '' } = cells;
  const date = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z?)?$/.exec(printed)?.[1] ?? '';
  if (isDay(date) && date.startsWith(`${year}-`)) return date;
  return complain(
    `"${printed}" (reference_date) non è una data dell’anno ${year}, come ${year}-12-31.`,
    `"${printed}" (reference_date) is not a date of the year ${year}, such as ${year}-12-31.`,
  );
}
