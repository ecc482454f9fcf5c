import type { Decimal } from '../../model/decimal.ts';
import type { Finding } from '../../model/finding.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { exactOf, isAbove, millions, type Row, rowsOf, written } from '../rows.ts';
import { stated, unneeded } from './exceptions.ts';
import { closest, keyOf, lastFigures } from './falls.ts';

const MILLION: Decimal = { units: 1n, places: 0 };

/**
 * A cumulative amount above ten times the one of the last date that has it: a digit too many. Below a million
 * programmes do grow so, in their first years.
 */
export const jumps: Rule = ({ snapshots }) =>
  snapshots.flatMap((file, at) => {
    const jumped = jumpsOf(file, snapshots.slice(0, at));
    const exceptions = stated(file, 'jump');
    const isOf = ({ row }: Jump, { subject, measure }: (typeof exceptions)[number]) =>
      row.subject === subject && row.measure === measure;
    return [
      ...jumped.filter((jump) => !exceptions.some((row) => isOf(jump, row))).map((jump) => leapt(file, jump)),
      ...exceptions
        .filter((row) => !jumped.some((jump) => isOf(jump, row)))
        .map((row) => unneeded(file, row.at, 'jumps')),
    ];
  });

type Jump = { readonly row: Row; readonly before: Row; readonly date: string };

function jumpsOf(file: DataFile<SnapshotFile>, earlier: readonly DataFile<SnapshotFile>[]): readonly Jump[] {
  const last = lastFigures(earlier);
  const seen = new Set<string>();
  return rowsOf(file).flatMap((row) => {
    const then = last.get(keyOf(row));
    if (!then || seen.has(keyOf(row))) return [];
    const before = closest(then.rows, row);
    const [was, is] = [millions(before), millions(row)];
    const tenfold = was && { units: was.units * 10n, places: was.places };
    if (!was || !is || !tenfold || !isAbove(was, MILLION) || !isAbove(is, tenfold)) return [];
    seen.add(keyOf(row));
    return [{ row, before, date: then.date }];
  });
}

function leapt(file: DataFile<SnapshotFile>, { row, before, date }: Jump): Finding {
  const said = (each: Row, locale: 'it' | 'en') => `${written(exactOf(each))[locale]} ${each.unit}`;
  return found(file, row.path, {
    rule: 'jumps',
    severity: 'warning',
    message: {
      it: `"${row.measure}" è più di dieci volte quello di prima: ${said(before, 'it')} al ${date}, ora ${said(row, 'it')}.`,
      en: `"${row.measure}" is more than ten times what it was: ${said(before, 'en')} at ${date}, now ${said(row, 'en')}.`,
    },
    advice: {
      it: 'Forse c’è una cifra di troppo: guardare il documento. Se dice proprio così, dirlo in "exceptions" con "rule": "jump".',
      en: 'There may be a digit too many: look at the document. If it says just that, say so in "exceptions" with "rule": "jump".',
    },
  });
}
