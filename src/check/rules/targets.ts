import { compare } from '../../model/decimal.ts';
import type { Finding } from '../../model/finding.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { exactOf, type Row, rowsOf, written } from '../rows.ts';
import { stated, unneeded } from './exceptions.ts';

/** A target belongs to its year, not to the date of the document: it is the same at every date, and never nothing. */
export const targets: Rule = ({ snapshots }) =>
  snapshots.flatMap((file, at) => {
    const moved = movedIn(file, snapshots.slice(0, at));
    const exceptions = stated(file, 'target');
    const isOf = ({ row }: Moved, { subject }: (typeof exceptions)[number]) => row.subject === subject;
    return [
      ...targetsOf(file)
        .filter(({ value }) => value === 0)
        .map((row) => isNothing(file, row)),
      ...moved
        .filter((each) => !exceptions.some((row) => isOf(each, row)))
        .map((each) => differs(file, each)),
      ...exceptions
        .filter((row) => !moved.some((each) => isOf(each, row)))
        .map((row) => unneeded(file, row.at, 'targets')),
    ];
  });

type Moved = { readonly row: Row; readonly before: Row; readonly date: string };

const targetsOf = (file: DataFile<SnapshotFile>) =>
  rowsOf(file).filter(({ measure }) => measure === 'target');

function movedIn(file: DataFile<SnapshotFile>, earlier: readonly DataFile<SnapshotFile>[]): readonly Moved[] {
  const known = new Map(
    earlier.flatMap((other) =>
      targetsOf(other).map((row) => [keyOf(row), { before: row, date: other.content.date }] as const),
    ),
  );
  return targetsOf(file).flatMap((row) => {
    const last = known.get(keyOf(row));
    return last && compare(exactOf(row), exactOf(last.before)) !== 0 ? [{ row, ...last }] : [];
  });
}

const keyOf = ({ subject, unit }: Row) => `${subject} ${unit}`;

function differs(file: DataFile<SnapshotFile>, { row, before, date }: Moved): Finding {
  const [was, is] = [written(exactOf(before)), written(exactOf(row))];
  return found(file, row.path, {
    rule: 'targets',
    severity: 'warning',
    message: {
      it: `Il valore target era ${was.it} al ${date}, ora è ${is.it}, per lo stesso anno.`,
      en: `The target was ${was.en} at ${date} and now is ${is.en}, for the same year.`,
    },
    advice: {
      it: 'Forse è scambiato con il valore: guardare il documento. Se il target è cambiato, dirlo in "exceptions" con "rule": "target".',
      en: 'It may have changed places with the value: look at the document. If the target has changed, say so in "exceptions" with "rule": "target".',
    },
  });
}

function isNothing(file: DataFile<SnapshotFile>, row: Row): Finding {
  return found(file, row.path, {
    rule: 'targets',
    severity: 'warning',
    message: { it: 'Il valore target è zero.', en: 'The target is zero.' },
    advice: {
      it: 'Guardare il documento; se non stampa un target, togliere la riga.',
      en: 'Look at the document; if it prints no target, remove the row.',
    },
  });
}
