import { PEOPLE_BY_CODE } from '../../model/measures.ts';
import type { Priority, ProgrammeFile } from '../../model/schema.ts';
import { amountOf, axisOf, figureOf, onceEach, type Read } from './cells.ts';
import { type Dated, type Format, strangers } from './format.ts';
import { type Problem, problem, type TableRow } from './table.ts';

const COUNTED = 'Number';

/**
 * One row for an indicator, an investment priority and a year.
 * `implemented_value` counts people even where the target is a percentage, so targets are not taken, and the
 * count of a result indicator is `participants`, never `value`.
 */
export const achievements: Format = {
  is: 'achievements',
  name: { it: 'indicatori', en: 'achievement details' },
  columns: [
    'cci',
    'ind_code',
    'priority_code',
    'investment_priority',
    'measurement_unit',
    'is_division',
    'year',
    'implemented_value',
  ],
  take(rows, programme) {
    const foreign = strangers(rows, programme);
    if (foreign.length > 0) return { figures: [], problems: foreign, skipped: 0 };
    const wanted = rows.filter((row) => isCount(row) && isOurs(row, programme));
    const read = wanted.map((row) => figureIn(row, programme));
    const { figures, problems } = onceEach(read.flatMap((one) => ('message' in one ? [] : one.value)));
    return {
      figures,
      problems: [...read.filter((one) => 'message' in one), ...problems],
      skipped: rows.length - wanted.length,
    };
  },
};

/** Divisions repeat what the totals say; a row with a target and no value has nothing to say yet. */
function isCount({ cells }: TableRow): boolean {
  return cells.is_division === 'N' && cells.implemented_value !== '';
}

function isOurs({ cells }: TableRow, programme: ProgrammeFile): boolean {
  return PEOPLE_BY_CODE[cells.ind_code ?? ''] !== undefined || resultOf(cells, programme) !== undefined;
}

function resultOf(cells: TableRow['cells'], { indicators, priorities }: ProgrammeFile) {
  const priority = priorities.find(({ code }) => code === codeOf(cells));
  return indicators.find(
    (record) =>
      record.kind === 'result' && record.code === cells.ind_code && record.priority === priority?.id,
  );
}

/** `10iv` → `10.iv`. */
function codeOf({ investment_priority: text = '' }: TableRow['cells']): string {
  return text.replace(/^(\d+)\.?(?=[ivx]+$)/, '$1.');
}

function figureIn(row: TableRow, programme: ProgrammeFile): Read<Dated> {
  const year = /^\d{4}$/.exec(row.cells.year ?? '')?.[0];
  const count = amountOf(row, 'implemented_value', 0);
  const priority = priorityOf(row, programme);
  if ('message' in count) return count;
  if ('message' in priority) return priority;
  if (year === undefined || row.cells.measurement_unit !== COUNTED) {
    return problem(
      row.row,
      `Anno "${row.cells.year}" o unità "${row.cells.measurement_unit}" inattesi: serve un anno e "${COUNTED}".`,
      `Unexpected year "${row.cells.year}" or unit "${row.cells.measurement_unit}": a year and "${COUNTED}" are needed.`,
    );
  }
  const result = resultOf(row.cells, programme);
  const measure = result ? 'participants' : (PEOPLE_BY_CODE[row.cells.ind_code ?? ''] ?? 'participants');
  const what = { subject: result?.id ?? priority.value.id, measure, unit: 'count' } as const;
  const note = result ? { note: 'result-count' } : {};
  return {
    value: {
      date: `${year}-12-31`,
      figure: figureOf(row, 'implemented_value', count.value, { ...what, ...note }),
    },
  };
}

/** A priority that the dataset does not have would be missing from its axis's people: said, not skipped. */
function priorityOf(row: TableRow, programme: ProgrammeFile): Read<Priority> {
  const axis = axisOf(row, 'priority_code', programme);
  if ('message' in axis) return axis;
  const code = codeOf(row.cells);
  const value = programme.priorities.find((each) => each.code === code && each.axis === axis.value.id);
  return value ? { value } : unknownPriority(row, code, axis.value.id);
}

function unknownPriority({ row, cells }: TableRow, code: string, axis: string): Problem {
  return problem(
    row,
    `La priorità ${code} (${cells.ind_code}) non è in programme.json per ${axis}: aggiungerla, poi importare.`,
    `Priority ${code} (${cells.ind_code}) is not in programme.json for ${axis}: add it, then import.`,
  );
}
