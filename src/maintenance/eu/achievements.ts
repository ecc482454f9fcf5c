import { toNumber } from '../../model/decimal.ts';
import { PEOPLE_BY_CODE } from '../../model/measures.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import { amountOf, axisOf, type Complain, type Format, isCoded, partsOf, type Row } from './cells.ts';

const COUNT = 'implemented_value';
const COUNTED = 'Number';

/**
 * One row for an indicator, an investment priority and a year.
 * `implemented_value` counts people even where the target is a percentage, so targets are not imported, and the
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
    COUNT,
  ],
  more: [
    'title',
    'ms_name',
    'fund',
    'to',
    'to_short',
    'category_of_region',
    'indicator_short_name',
    'indicator_long_name',
  ],
  numbers: { [COUNT]: 'count' },
  alike: ['target_value', 'nominator', 'implemented_nominator'],
  axis: 'priority_code',
  /** Divisions repeat what the totals say; a row with a target and no value has nothing to say yet. */
  concerns(row, programme) {
    const { is_division: division, ind_code: code = '', [COUNT]: count } = row.cells;
    const isOurs = PEOPLE_BY_CODE[code] !== undefined || resultOf(row, programme) !== undefined;
    return isTotal(division) && count !== '' && isOurs;
  },
  figures(row, programme, complain) {
    const { year = '', measurement_unit: unit = '', ind_code: code = '', [COUNT]: printed = '' } = row.cells;
    const count = amountOf(row, COUNT, 0, complain);
    const priority = count && priorityOf(row, programme, complain);
    if (!count || !priority) return [];
    if (!/^\d{4}$/.test(year) || !isNumber(unit)) {
      complain(
        `Anno "${year}" o unità "${unit}" inattesi: serve un anno e "${COUNTED}".`,
        `Unexpected year "${year}" or unit "${unit}": a year and "${COUNTED}" are needed.`,
      );
      return [];
    }
    const result = resultOf(row, programme);
    const what = result
      ? ({ subject: result.id, measure: 'participants', note: 'result-count' } as const)
      : { subject: priority.id, measure: PEOPLE_BY_CODE[code] ?? 'participants' };
    const figure = { ...what, value: toNumber(count), unit: 'count' as const, page: row.row, printed };
    return [{ date: `${year}-12-31`, figure, parts: partsOf(row) }];
  },
};

/** Whether a row may count people: those of a measure, or of a common result indicator. */
export function isCounted({ cells }: Row): boolean {
  const { ind_code: code = '', is_division: division, measurement_unit: unit = '', [COUNT]: count } = cells;
  const isKnown = PEOPLE_BY_CODE[code] !== undefined || isResult(code);
  return isKnown && isTotal(division) && count !== '' && isNumber(unit);
}

/** `CR06`: a common result indicator of the European Social Fund. */
export const isResult = (code: string): boolean => /^CR\d{2}$/.test(code);

const isNumber = (unit: string): boolean => unit.toLowerCase() === COUNTED.toLowerCase();

/** `N`, and what exports make of it. */
const isTotal = (division = ''): boolean => /^(?:n|no|false|0)$/i.test(division);

/** Of the priorities with one code that of the row's axis. */
function resultOf(row: Row, { indicators, priorities, axes }: ProgrammeFile) {
  const axis = axes.find((each) => isCoded(each, row.cells.priority_code ?? ''));
  const called = priorities.filter(({ code }) => code === priorityCode(row));
  const priority = called.find((each) => each.axis === axis?.id) ?? called[0];
  return indicators.find(
    (record) =>
      record.kind === 'result' && record.code === row.cells.ind_code && record.priority === priority?.id,
  );
}

/** `10iv`, `10.iv` or `10(iv)` → `10.iv`. */
export function priorityCode({ cells: { investment_priority: text = '' } }: Row): string {
  return text.toLowerCase().replace(/^(\d+)[.\s(]*([ivx]+)\)?$/, '$1.$2');
}

/** A priority that the dataset lacks would be missing from the people of its axis: the row is a problem, not skipped. */
function priorityOf(row: Row, programme: ProgrammeFile, complain: Complain) {
  const axis = axisOf(row, 'priority_code', programme, complain);
  if (axis === null) return null;
  const code = priorityCode(row);
  return (
    programme.priorities.find((each) => each.code === code && each.axis === axis.id) ??
    complain(
      `La priorità ${code} (${row.cells.ind_code}) non è in programme.json per ${axis.id}: aggiungerla, poi importare.`,
      `Priority ${code} (${row.cells.ind_code}) is not in programme.json for ${axis.id}: add it, then import.`,
    )
  );
}
