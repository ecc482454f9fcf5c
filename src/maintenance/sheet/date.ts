import { dayIn } from '../../check/text/writtenDay.ts';
import { type Bilingual, isDay } from '../../model/schema.ts';
import { squashed } from './columns.ts';
import { type Problem, problem, wrong } from './problems.ts';
import type { Sheet } from './rows.ts';

/** The one date of every row, or the one asked for, also as spreadsheets rewrite it. */
export function dateOf({ rows, letters }: Sheet, asked: string | undefined): string | readonly Problem[] {
  const wanted = asked === undefined ? null : realDay(asked);
  if (asked !== undefined && wanted === null) return [problem(null, noDay(`--date ${asked}`))];
  const dated = rows.flatMap(({ row, cells }) => {
    const cell = squashed(cells.date ?? '');
    return cell === '' ? [] : [{ row, cell, day: realDay(cell) }];
  });
  const date = wanted ?? commonest(dated.flatMap(({ day }) => day ?? []));
  const column = letters.date ?? null;
  const problems = dated.flatMap(({ row, cell, day }): readonly Problem[] => {
    if (day === null) return [problem(row, noDay(`"${cell}"`), column)];
    if (date === null || day === date) return [];
    return [problem(row, (wanted === null ? unlikeOthers : unlikeAsked)(cell, date), column)];
  });
  if (problems.length > 0) return problems;
  return (
    date ??
    wrong(
      'La tabella non dice di che data è: aggiungere --date, come --date 2020-12-31.',
      'The table does not say of which date it is: add --date, such as --date 2020-12-31.',
    )
  );
}

function realDay(text: string): string | null {
  const day = dayIn(text);
  return day !== null && isDay(day) ? day : null;
}

/** Of those that are as common, the first. */
function commonest(days: readonly string[]): string | null {
  const count = (day: string) => days.filter((other) => other === day).length;
  const [most] = [...new Set(days)].toSorted((a, b) => count(b) - count(a));
  return most ?? null;
}

const noDay = (text: string): Bilingual => ({
  it: `${text} non è un giorno che esiste: scriverlo come 2020-12-31.`,
  en: `${text} is not a day that exists: write it as 2020-12-31.`,
});

const unlikeOthers = (cell: string, date: string): Bilingual => ({
  it: `"${cell}" non è la data delle altre righe, ${date}: una tabella è di una data sola.`,
  en: `"${cell}" is not the date of the other rows, ${date}: a table is of one date only.`,
});

const unlikeAsked = (cell: string, date: string): Bilingual => ({
  it: `"${cell}" non è la data chiesta con --date, ${date}.`,
  en: `"${cell}" is not the date asked for by --date, ${date}.`,
});
