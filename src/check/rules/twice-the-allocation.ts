import { AXIS_MONEY, RATE_MEASURES, RATES } from '../../model/measures.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { isAbove, millions, type Row, rowsOf, written } from '../rows.ts';
import { isOverbooked, stated } from './exceptions.ts';

/** Money beyond twice the allocation, whichever documents say so: no overbooking goes so far unsaid. */
export const twiceTheAllocation: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) => {
    const rows = rowsOf(file);
    return rows
      .filter(
        ({ measure }) => measure !== 'allocation' && (AXIS_MONEY as readonly string[]).includes(measure),
      )
      .filter((row) => !isStated(file, row))
      .flatMap((row) => {
        const allocation = beyond(row, rows);
        if (!allocation) return [];
        return [
          found(file, row.path, {
            rule: 'twice-the-allocation',
            message: {
              it: `"${row.measure}" è più del doppio della dotazione di "${row.subject}": ${said(row, 'it')} su ${said(allocation, 'it')} Mln €.`,
              en: `"${row.measure}" is more than twice the allocation of "${row.subject}": ${said(row, 'en')} of ${said(allocation, 'en')} million euros.`,
            },
            advice: {
              it: 'Forse una delle due ha una cifra di troppo o in meno, o un’altra unità: guardare i documenti. Se dicono proprio così, dirlo in "exceptions" con "overbooking" o "above-100".',
              en: 'One of the two may have a digit too many or too few, or another unit: look at the documents. If they say just that, say so in "exceptions" with "overbooking" or "above-100".',
            },
          }),
        ];
      });
  });

/** The allocation that an amount exceeds twice. */
function beyond(row: Row, rows: readonly Row[]): Row | undefined {
  const amount = millions(row);
  return rows.find((other) => {
    const whole = other.subject === row.subject && other.measure === 'allocation' ? millions(other) : null;
    return amount && whole && isAbove(amount, { units: whole.units * 2n, places: whole.places });
  });
}

function isStated(file: DataFile<SnapshotFile>, { subject, measure }: Row): boolean {
  const rates = RATE_MEASURES.filter((rate) => RATES[rate][0] === measure && RATES[rate][1] === 'allocation');
  return (
    stated(file, 'above-100').some((row) => row.subject === subject && rates.includes(row.measure)) ||
    (isOverbooked(measure) && stated(file, 'overbooking').some((row) => row.subject === subject))
  );
}

const said = (row: Row, locale: 'it' | 'en') => written(millions(row) ?? { units: 0n, places: 0 })[locale];
