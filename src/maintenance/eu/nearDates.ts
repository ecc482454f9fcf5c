import { type Problem, problem } from '../sheet/problems.ts';
import type { Reading } from './read.ts';

const DAY = 86_400_000;

/** The days before and after. */
function besides(date: string): readonly string[] {
  return [-DAY, DAY].map((step) => new Date(Date.parse(date) + step).toISOString().slice(0, 10));
}

/**
 * Figures of a date that no snapshot has, one day beside one that exists or that the same files bring: the end of a year
 * that a time zone has moved, which would make a snapshot of its own.
 */
export function nearDates(
  { figures }: Reading,
  all: readonly Reading[],
  snapshots: readonly string[],
): readonly Problem[] {
  const brought = all.flatMap((reading) => reading.figures.map(({ date }) => date));
  const known = new Set([...snapshots, ...brought]);
  const rows = new Map(figures.map(({ date, figure }) => [`${figure.page} ${date}`, { date, figure }]));
  return [...rows.values()].flatMap(({ date, figure }) => {
    const near = snapshots.includes(date) ? undefined : besides(date).find((other) => known.has(other));
    if (near === undefined) return [];
    return [
      problem(figure.page, {
        it: `${date} (reference_date) è a un giorno da ${near}, che c’è già: forse un fuso orario l’ha spostata. Correggere la data nel file o, se è sbagliata l’altra, togliere quella.`,
        en: `${date} (reference_date) is one day beside ${near}, which exists already: a time zone may have moved it. Correct the date in the file or, if the other one is wrong, take that away.`,
      }),
    ];
  });
}
