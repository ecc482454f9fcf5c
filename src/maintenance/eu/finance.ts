import { toNumber } from '../../model/decimal.ts';
import type { PublishedMeasure } from '../../model/measures.ts';
import { isDay } from '../../model/schema.ts';
import {
  amountOf,
  axisOf,
  type Complain,
  type Dated,
  type Format,
  partsOf,
  type Row,
  type Unready,
} from './cells.ts';

/** Column → what it measures. Amounts are cumulative: those of two years are never added. */
const AMOUNTS = {
  total_amount: 'allocation',
  total_eligible_cost: 'committed',
  total_eligible_expenditure: 'declared',
} as const satisfies Record<string, PublishedMeasure>;
const COLUMNS = Object.keys(AMOUNTS) as readonly (keyof typeof AMOUNTS)[];
const PLANNED = ['total_amount'] as const satisfies typeof COLUMNS;
const CENTS = 2;

/** What is spent of the allocation: a programme that has not begun to has neither. */
const SPENT = ['total_eligible_cost', 'total_eligible_expenditure'] as const;

/** One row for an axis and a year: dataset 99js-gm52 of the Cohesion Open Data Platform. */
export const finance: Format = {
  is: 'finance',
  name: { it: 'avanzamento finanziario', en: 'finance implementation' },
  columns: ['cci', 'priority', 'year', 'reference_date', ...COLUMNS],
  more: ['title', 'ms_name', 'fund', 'to', 'to_short', 'to_long', 'category_of_region'],
  numbers: { total_amount: 'EUR', total_eligible_cost: 'EUR', total_eligible_expenditure: 'EUR' },
  alike: ['eu_amount', 'national_amount'],
  axis: 'priority',
  concerns: () => true,
  unready,
  figures(row, programme, complain, planned) {
    const date = dateOf(row, complain);
    const axis = axisOf(row, 'priority', programme, complain);
    const given = planned ? PLANNED : COLUMNS;
    return given.flatMap((column): readonly Dated[] => {
      const amount = amountOf(row, column, CENTS, complain);
      if (date === null || axis === null || amount === null) return [];
      const measure = AMOUNTS[column];
      const note = measure === 'declared' ? { note: 'declared' } : {};
      const where = { page: row.row, printed: row.cells[column] ?? '' };
      const what = { subject: axis.id, measure, value: toNumber(amount), unit: 'EUR' } as const;
      return [{ date, figure: { ...what, ...where, ...note }, parts: partsOf(row) }];
    });
  },
};

const has = ({ cells }: Row, column: string) => (cells[column] ?? '') !== '';
const hasSpent = (row: Row) => SPENT.some((column) => has(row, column));
const spends = ({ cells }: Row) => SPENT.some((column) => /[1-9]/.test(cells[column] ?? ''));

/**
 * In its first years, before it spends anything, an axis may have rows without a date, or with nothing but what is
 * planned; and a row without any money says nothing, whatever its year. A row that lacks its date or its spending once
 * the axis spends is a mistake of the file, which the reading of the row complains of.
 */
function unready(rows: readonly Row[]): Unready {
  const begun = new Map<string, string>();
  for (const { cells } of rows.filter(spends)) {
    const { priority = '', year = '' } = cells;
    const first = begun.get(priority);
    if (first === undefined || year < first) begun.set(priority, year);
  }
  const isEarly = (row: Row) =>
    !spends(row) && (row.cells.year ?? '') < (begun.get(row.cells.priority ?? '') ?? '9999');
  const isEmpty = (row: Row) =>
    (!hasSpent(row) && !has(row, 'total_amount')) || (!has(row, 'reference_date') && isEarly(row));
  const isPlanned = (row: Row) => !isEmpty(row) && !hasSpent(row) && isEarly(row);
  return { empty: new Set(rows.filter(isEmpty)), planned: new Set(rows.filter(isPlanned)) };
}

/** The reporting date, which is not always the year's end. */
function dateOf({ cells }: Row, complain: Complain): string | null {
  const { reference_date: printed = '', year = '' } = cells;
  if (isDay(printed) && printed.startsWith(`${year}-`)) return printed;
  return complain(
    `"${printed}" (reference_date) non è una data dell’anno ${year}, come ${year}-12-31.`,
    `"${printed}" (reference_date) is not a date of the year ${year}, such as ${year}-12-31.`,
  );
}
