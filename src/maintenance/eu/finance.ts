import type { PublishedMeasure } from '../../model/measures.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import { amountOf, axisOf, figureOf, onceEach } from './cells.ts';
import { type Dated, type Format, strangers } from './format.ts';
import { type Problem, problem, type TableRow } from './table.ts';

/** Column → what it measures. Amounts are cumulative: those of two years are never added. */
const AMOUNTS = {
  total_amount: 'allocation',
  total_eligible_cost: 'committed',
  total_eligible_expenditure: 'declared',
} as const satisfies Record<string, PublishedMeasure>;
type Amount = keyof typeof AMOUNTS;
const COLUMNS = Object.keys(AMOUNTS) as readonly Amount[];
const CENTS = 2;

/** One row for an axis and a year: dataset 99js-gm52 of the Cohesion Open Data Platform. */
export const finance: Format = {
  is: 'finance',
  name: { it: 'avanzamento finanziario', en: 'finance implementation' },
  columns: ['cci', 'priority', 'year', 'reference_date', ...COLUMNS],
  take(rows, programme) {
    const foreign = strangers(rows, programme);
    if (foreign.length > 0) return { figures: [], problems: foreign, skipped: 0 };
    const read = rows.map((row) => figuresOf(row, programme));
    const { figures, problems } = onceEach(read.flatMap((one) => one.figures));
    return { figures, problems: [...read.flatMap((one) => one.problems), ...problems], skipped: 0 };
  },
};

function figuresOf(row: TableRow, programme: ProgrammeFile): { figures: Dated[]; problems: Problem[] } {
  const date = dateOf(row);
  const axis = axisOf(row, 'priority', programme);
  const amounts = COLUMNS.map((column) => ({ column, read: amountOf(row, column, CENTS) }));
  const problems = [date, axis, ...amounts.map(({ read }) => read)].filter((read) => 'message' in read);
  if ('message' in date || 'message' in axis) return { figures: [], problems };
  const figures = amounts.flatMap(({ column, read }): readonly Dated[] => {
    if ('message' in read) return [];
    const measure = AMOUNTS[column];
    const what = { subject: axis.value.id, measure, unit: 'EUR' } as const;
    const note = measure === 'declared' ? { note: 'declared' } : {};
    return [{ date: date.value, figure: figureOf(row, column, read.value, { ...what, ...note }) }];
  });
  return { figures, problems };
}

/** The reporting date, which is not always the year's end; exports of the platform's API add a time to it. */
function dateOf({ row, cells }: TableRow): { readonly value: string } | Problem {
  const { reference_date: printed = '', year = '' } = cells;
  const date = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z?)?$/.exec(printed)?.[1] ?? '';
  const exists = !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
  if (exists && date.startsWith(`${year}-`)) return { value: date };
  return problem(
    row,
    `"${printed}" (reference_date) non è una data dell’anno ${year}, come ${year}-12-31.`,
    `"${printed}" (reference_date) is not a date of the year ${year}, such as ${year}-12-31.`,
  );
}
