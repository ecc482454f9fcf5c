import { decimal, exactSum, toNumber } from '../../model/decimal.ts';
import { grouped } from '../../model/grouped.ts';
import type { FigureRow } from '../../model/schema.ts';
import { type Problem, problem } from '../sheet/problems.ts';
import { type Dated, DIVISIONS, type Division } from './cells.ts';

/** What a division that does not apply holds. */
const NOTHING = /^(?:|void|n\/?a|-+)$/i;

/**
 * One figure for a date, a subject and a measure. Where the Commission divides it, by category of region for example,
 * it is the sum of its parts, and says so. A row that stands twice counts once; where two rows that differ in no part
 * give two values, neither is right.
 */
export function added(figures: readonly Dated[], problems: Problem[]): readonly Dated[] {
  const groups = grouped(
    figures,
    ({ date, figure }) => `${date} ${figure.subject} ${figure.measure} ${figure.unit}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const by = divisionsOf(group);
    const parts = grouped(group, ({ parts }) => by.map((division) => parts[division]).join('\n'));
    const terms = [...parts.values()].flatMap((same) => onceOf(same, problems));
    return terms.length > 1 ? [{ ...first, figure: sumOf(first.figure, terms, by) }] : [first];
  });
}

/** In what the parts of a figure differ, as long as every part says which it is. */
function divisionsOf(group: readonly Dated[]): readonly Division[] {
  return DIVISIONS.filter((division) => {
    const values = new Set(group.map(({ parts }) => parts[division]));
    return values.size > 1 && ![...values].some((value) => NOTHING.test(value));
  });
}

function onceOf(same: readonly Dated[], problems: Problem[]): readonly FigureRow[] {
  const [first, ...others] = same.map(({ figure }) => figure);
  if (!first) return [];
  for (const figure of others.filter(({ value }) => value !== first.value)) {
    const what = `"${figure.measure}" ${figure.subject} ${same[0]?.date}: ${figure.printed}`;
    problems.push(
      problem(figure.page, {
        it: `${what}, ma la riga ${first.page} dice ${first.printed}.`,
        en: `${what}, but row ${first.page} says ${first.printed}.`,
      }),
    );
  }
  return [first];
}

function sumOf(first: FigureRow, terms: readonly FigureRow[], by: readonly Division[]): FigureRow {
  const rows = terms.map(({ page, printed }) => ({ page, printed })).toSorted((a, b) => a.page - b.page);
  const value = exactSum(rows.flatMap(({ printed }) => decimal(printed) ?? []));
  return {
    ...first,
    value: toNumber(value),
    page: rows[0]?.page ?? first.page,
    printed: rows.map(({ printed }) => printed).join(' + '),
    sum: { rows, note: sumNote(by) },
  };
}

/** The key of the note that says of what a figure is the sum. */
export const sumNote = (by: readonly Division[]): string =>
  `sum-by-${by.map((division) => KEYS[division]).join('-')}`;

const KEYS = { category_of_region: 'region', fund: 'fund', to: 'objective' } as const satisfies Record<
  Division,
  string
>;
