import { day } from '../locale/format.ts';
import type { Locale } from '../model/locale.ts';
import type { DateDiff, Diff } from './changes.ts';

/** A line for each new date: how many figures it has, and what became of those of the date before. */
export function newDateLines({ dates }: Pick<Diff, 'dates'>, locale: Locale): readonly string[] {
  return dates.filter(({ kind }) => kind === 'new').map((date) => newDateLine(date, locale));
}

function newDateLine({ from, to, figures = 0, changes, unchanged }: DateDiff, locale: Locale): string {
  const words = WORDS[locale];
  const head = words.head(day(to, locale), figures);
  if (from === null) return `${head}.`;
  const count = {
    changed: changes.filter(({ before, after }) => before && after).length,
    added: changes.filter(({ before }) => !before).length,
    gone: changes.filter(({ after }) => !after).length,
    unchanged,
  };
  const parts = (['changed', 'added', 'gone', 'unchanged'] as const)
    .filter((part) => count[part] > 0)
    .map((part) => words[part](count[part]));
  return `${head}; ${words.since(day(from, locale))}: ${parts.join(', ')}.`;
}

const it = {
  head: (date: string, count: number) =>
    `Nuova data ${date}: ${count === 1 ? 'una cifra' : `${count} cifre`}`,
  since: (date: string) => `rispetto al ${date}`,
  changed: (count: number) => (count === 1 ? 'una cambiata' : `${count} cambiate`),
  added: (count: number) => (count === 1 ? 'una nuova' : `${count} nuove`),
  gone: (count: number) => (count === 1 ? 'una non c’è più' : `${count} non ci sono più`),
  unchanged: (count: number) => (count === 1 ? 'una uguale' : `${count} uguali`),
};

const en: typeof it = {
  head: (date, count) => `New date ${date}: ${count === 1 ? 'one figure' : `${count} figures`}`,
  since: (date) => `since ${date}`,
  changed: (count) => `${count} changed`,
  added: (count) => `${count} new`,
  gone: (count) => `${count} gone`,
  unchanged: (count) => `${count} unchanged`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
