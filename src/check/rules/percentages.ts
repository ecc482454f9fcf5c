import { compare, type Decimal, percentage } from '../../model/decimal.ts';
import type { Finding } from '../../model/finding.ts';
import { PARTICIPANT_GROUPS } from '../../model/measures.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { exactOf, exactSum, lastPlace, minus, type Row, rowOf, rowsOf, written } from '../rows.ts';

/** A printed percentage is its part of the printed whole, within rounding. */
export const percentages: Rule = ({ programme, snapshots }) =>
  snapshots.flatMap((file) => {
    const rows = rowsOf(file);
    return rows.flatMap((row) => {
      if (row.unit !== 'percent') return [];
      const pair =
        row.measure === 'share' ? ofAllocation(rows, row, programme.content.id) : ofPeople(rows, row);
      return pair ? check(file, row, pair) : [];
    });
  });

type Pair = { readonly part: Row; readonly whole: Row };

function ofAllocation(rows: readonly Row[], { subject }: Row, programme: string): Pair | null {
  for (const unit of ['MEUR', 'EUR'] as const) {
    const part = rowOf(rows, subject, 'allocation', unit);
    const whole = rowOf(rows, programme, 'allocation', unit);
    if (part && whole) return { part, whole };
  }
  return null;
}

function ofPeople(rows: readonly Row[], { subject, measure }: Row): Pair | null {
  if (!(PARTICIPANT_GROUPS as readonly string[]).includes(measure)) return null;
  const part = rowOf(rows, subject, measure, 'count');
  const whole = rowOf(rows, subject, 'participants', 'count');
  return part && whole ? { part, whole } : null;
}

function check(file: DataFile<SnapshotFile>, row: Row, { part, whole }: Pair): readonly Finding[] {
  const printed = exactOf(row);
  const [low, exact, high] = bounds(part, whole, printed.places);
  if (!low || !exact || !high || (compare(printed, low) >= 0 && compare(printed, high) <= 0)) return [];
  const terms = { part: written(exactOf(part)), whole: written(exactOf(whole)) };
  return [
    found(file, row.path, {
      rule: 'percentages',
      message: {
        it: `${written(printed).it} %, ma ${terms.part.it} su ${terms.whole.it} fa ${written(exact).it} %.`,
        en: `${written(printed).en} %, but ${terms.part.en} of ${terms.whole.en} is ${written(exact).en} %.`,
      },
      advice: {
        it: 'La percentuale è di un altro record, o una delle due cifre è sbagliata: guardare il documento.',
        en: 'The percentage belongs to another record, or one of the two figures is wrong: look at the document.',
      },
    }),
  ];
}

/** Money is printed rounded or truncated, so its last decimal may be off by one; counts are exact. */
function bounds(part: Row, whole: Row, places: number): readonly (Decimal | null)[] {
  const [top, bottom] = [exactOf(part), exactOf(whole)];
  if (part.unit === 'count') return Array(3).fill(percentage(top, bottom, places));
  return [minus(top, lastPlace(top)), top, exactSum([top, lastPlace(top)])].map((value) =>
    percentage(value, bottom, places),
  );
}
