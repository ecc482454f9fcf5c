import { dayIn } from '../../check/text/writtenDay.ts';
import { isDay } from '../../model/schema.ts';
import { type Problem, squashed } from './columns.ts';
import type { Sheet } from './rows.ts';

/** The one date of every row, or the one asked for, also as spreadsheets rewrite it. */
export function dateOf({ rows, letters }: Sheet, asked: string | undefined): string | readonly Problem[] {
  const wanted = asked === undefined ? null : dayIn(asked);
  if (asked !== undefined && (wanted === null || !isDay(wanted))) {
    return [{ row: null, column: null, message: noDay(`--date ${asked}`) }];
  }
  const dated = rows.flatMap(({ row, cells }) => {
    const cell = squashed(cells.date ?? '');
    return cell === '' ? [] : [{ row, cell, day: dayIn(cell) }];
  });
  const days = dated.flatMap(({ day }) => (day !== null && isDay(day) ? day : []));
  const date = wanted ?? commonest(days);
  const column = letters.date ?? null;
  const problems = dated.flatMap(({ row, cell, day }): readonly Problem[] => {
    if (day === null || !isDay(day)) return [{ row, column, message: noDay(`"${cell}"`) }];
    if (date === null || day === date) return [];
    return [{ row, column, message: (wanted === null ? unlikeOthers : unlikeAsked)(cell, date) }];
  });
  if (problems.length > 0) return problems;
  return date ?? [{ row: null, column: null, message: UNDATED }];
}

/** Of those that are as common, the first. */
function commonest(days: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

const noDay = (said: string) => ({
  it: `${said} non è un giorno che esiste: scriverlo come 2020-12-31.`,
  en: `${said} is not a day that exists: write it as 2020-12-31.`,
});

const unlikeOthers = (cell: string, date: string) => ({
  it: `"${cell}" non è la data delle altre righe, ${date}: una tabella è di una data sola.`,
  en: `"${cell}" is not the date of the other rows, ${date}: a table is of one date only.`,
});

const unlikeAsked = (cell: string, date: string) => ({
  it: `"${cell}" non è la data chiesta con --date, ${date}.`,
  en: `"${cell}" is not the date asked for by --date, ${date}.`,
});

const UNDATED = {
  it: 'La tabella non dice di che data è: aggiungere --date, come --date 2020-12-31.',
  en: 'The table does not say of which date it is: add --date, such as --date 2020-12-31.',
};
