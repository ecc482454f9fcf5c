import type { Locale } from '../../model/locale.ts';
import type { Bilingual } from '../../model/schema.ts';

/** What is wrong in a table; `row` and `column` as a spreadsheet names them, `14` and `H`. */
export type Problem = {
  readonly row: number | null;
  readonly column: string | null;
  readonly message: Bilingual;
};

export function problem(row: number | null, message: Bilingual, column: string | null = null): Problem {
  return { row, column, message };
}

/** The one problem of a file as a whole. */
export const wrong = (it: string, en: string): readonly Problem[] => [problem(null, { it, en })];

/** One line for each problem; a problem that many rows share is one line with the numbers of the rows. */
export function problemLines(file: string, problems: readonly Problem[], locale: Locale): readonly string[] {
  const groups = new Map<string, { readonly problem: Problem; readonly rows: number[] }>();
  for (const problem of problems) {
    const key = `${problem.column} ${problem.message.it}`;
    const group = groups.get(key) ?? { problem, rows: [] };
    groups.set(key, group);
    if (problem.row !== null) group.rows.push(problem.row);
  }
  return [...groups.values()].map(({ problem: { column, message }, rows }) => {
    return `${placeWords(file, rows, column, locale)}: ${message[locale]}`;
  });
}

/** `table.csv, row 14, column H`. */
export function placeWords(
  file: string,
  rows: readonly number[],
  column: string | null,
  locale: Locale,
): string {
  const say = WORDS[locale];
  const row = rows.length === 0 ? [] : [`${rows.length === 1 ? say.row : say.rows} ${runs(rows)}`];
  return [file, ...row, ...(column === null ? [] : [`${say.column} ${column}`])].join(', ');
}

/** `2–230`, `3, 7–9`. */
function runs(rows: readonly number[]): string {
  const found: [number, number][] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && row <= last[1] + 1) last[1] = row;
    else found.push([row, row]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

const it = { row: 'riga', rows: 'righe', column: 'colonna' };
const en: typeof it = { row: 'row', rows: 'rows', column: 'column' };
const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
