import type { Finding } from '../../model/finding.ts';
import { CUMULATIVE } from '../../model/measures.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { exactOf, type Row, rowsOf, surelyAbove, written } from '../rows.ts';
import { stated, unneeded } from './exceptions.ts';

/**
 * A cumulative figure that is lower than at the last date that has it. An allocation, a share, a target or an
 * initiative's budget may fall: a reprogramming moves them. Partial snapshots count, since each of their figures
 * is as whole as any; a figure that starts to leave an amount out is not compared with one that held it.
 */
export const falls: Rule = ({ snapshots }) =>
  snapshots.flatMap((file, at) => {
    const fallen = fallsOf(file, snapshots.slice(0, at));
    const exceptions = stated(file, 'fall');
    const isOf = ({ row }: Fall, { subject, measure }: (typeof exceptions)[number]) =>
      row.subject === subject && row.measure === measure;
    return [
      ...fallen.filter((fall) => !exceptions.some((row) => isOf(fall, row))).map((fall) => fell(file, fall)),
      ...exceptions
        .filter((row) => !fallen.some((fall) => isOf(fall, row)))
        .map((row) => unneeded(file, row.at, 'falls')),
    ];
  });

type Dated = { readonly row: Row; readonly date: string };
type Fall = { readonly row: Row; readonly before: Dated };

/** One for each measure of a subject, however many documents print it. */
function fallsOf(file: DataFile<SnapshotFile>, earlier: readonly DataFile<SnapshotFile>[]): readonly Fall[] {
  const last = lastFigures(earlier);
  const seen = new Set<string>();
  return rowsOf(file).flatMap((row) => {
    const before = last.get(keyOf(row));
    if (!before || seen.has(keyOf(row)) || !surelyAbove(closest(before.rows, row), row)) return [];
    if (excludes(file, row) && !earlier.some((other) => excludes(other, row))) return [];
    seen.add(keyOf(row));
    return [{ row, before: { row: closest(before.rows, row), date: before.date } }];
  });
}

export type Last = { readonly date: string; readonly rows: readonly [Row, ...Row[]] };

/** The cumulative figures of the last date that has each, in amounts or in people. */
export function lastFigures(earlier: readonly DataFile<SnapshotFile>[]): ReadonlyMap<string, Last> {
  const last = new Map<string, Last>();
  for (const file of earlier) {
    const { date } = file.content;
    for (const row of rowsOf(file)) {
      if (!CUMULATIVE.includes(row.measure) || row.unit === 'percent') continue;
      const before = last.get(keyOf(row));
      last.set(keyOf(row), { date, rows: before?.date === date ? [...before.rows, row] : [row] });
    }
  }
  return last;
}

/** Of what a date says: the same document where it speaks, in the same unit where it can. */
export function closest([first, ...others]: Last['rows'], row: Row): Row {
  return others.reduce((best, other) => (closeness(other, row) > closeness(best, row) ? other : best), first);
}

export const keyOf = ({ subject, measure, unit }: Row) =>
  `${subject} ${measure} ${unit === 'MEUR' || unit === 'EUR' ? 'money' : unit}`;
const closeness = (a: Row, b: Row) => (a.document === b.document ? 2 : 0) + (a.unit === b.unit ? 1 : 0);

function excludes(file: DataFile<SnapshotFile>, { subject, measure }: Row): boolean {
  return stated(file, 'excluded-amount').some((row) => row.subject === subject && row.measure === measure);
}

function fell(file: DataFile<SnapshotFile>, { row, before }: Fall): Finding {
  const said = (each: Row, locale: 'it' | 'en') => `${written(exactOf(each))[locale]} ${each.unit}`;
  return found(file, row.path, {
    rule: 'falls',
    severity: 'warning',
    message: {
      it: `"${row.measure}" scende: ${said(before.row, 'it')} al ${before.date} (${before.row.document}), ora ${said(row, 'it')}.`,
      en: `"${row.measure}" falls: ${said(before.row, 'en')} at ${before.date} (${before.row.document}), now ${said(row, 'en')}.`,
    },
    advice: {
      it: 'Una cifra cumulata di solito non scende: guardare il documento. Se dice proprio così, dirlo in "exceptions" con "rule": "fall".',
      en: 'A cumulative figure seldom falls: look at the document. If it says just that, say so in "exceptions" with "rule": "fall".',
    },
  });
}
