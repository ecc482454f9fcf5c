import { type Decimal, percentage } from '../../model/decimal.ts';
import type { Finding } from '../../model/finding.ts';
import { RATE_MEASURES, RATES, type Rate } from '../../model/measures.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { exactOf, exactSum, millions, type Row, rowsOf, surelyAbove, written } from '../rows.ts';
import { isOverbooked, stated, unneeded } from './exceptions.ts';

/**
 * A rate that the bot would say and that exceeds 100 %. Within one document that is an error of the cascade, so what
 * is left are figures of two documents, and what lies beyond an overbooking, which speaks of no payments.
 */
export const ratesAbove100: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) => {
    const high = highRates(file);
    const exceptions = stated(file, 'above-100');
    const isOf = ({ row, rate }: High, { subject, measure }: (typeof exceptions)[number]) =>
      row.subject === subject && rate === measure;
    return [
      ...high.filter((one) => !exceptions.some((row) => isOf(one, row))).map((one) => exceeds(file, one)),
      ...exceptions
        .filter((row) => !high.some((one) => isOf(one, row)))
        .map((row) => unneeded(file, row.at, 'rates-above-100')),
    ];
  });

type High = { readonly row: Row; readonly whole: Row; readonly rate: Rate };

function highRates(file: DataFile<SnapshotFile>): readonly High[] {
  const rows = rowsOf(file);
  const overbooked = new Set(stated(file, 'overbooking').map(({ subject }) => subject));
  return [...new Set(rows.map(({ subject }) => subject))].flatMap((subject) =>
    RATE_MEASURES.flatMap((rate): readonly High[] => {
      const [top, bottom] = RATES[rate];
      const overbooks = overbooked.has(subject);
      if (overbooks && bottom === 'allocation' && isOverbooked(top)) return [];
      const of = (measure: string) =>
        rows.filter((row) => row.subject === subject && row.measure === measure);
      const parts = top === 'committed-with-cigd' ? withExcluded(file, rows, of('committed')) : of(top);
      const pairs = parts.flatMap((row) => of(bottom).map((whole) => ({ row, whole, rate })));
      const said = (row: Row, whole: Row) =>
        row.document === whole.document && top !== 'committed-with-cigd' && !overbooks;
      return pairs.filter(({ row, whole }) => !said(row, whole) && surelyAbove(row, whole)).slice(0, 1);
    }),
  );
}

/** Commitments with the amount that they leave out, in millions. */
function withExcluded(
  file: DataFile<SnapshotFile>,
  rows: readonly Row[],
  committed: readonly Row[],
): readonly Row[] {
  return committed.flatMap((row) => {
    const rule = stated(file, 'excluded-amount').find(
      ({ subject, measure }) => subject === row.subject && measure === 'committed',
    );
    const extra = rows.find(
      ({ subject, measure }) => subject === rule?.amount.subject && measure === rule.amount.measure,
    );
    const [base, more] = [millions(row), extra ? millions(extra) : null];
    return base && more ? [{ ...row, ...inMillions(exactSum([base, more])) }] : [];
  });
}

function inMillions(value: Decimal) {
  const { it, en } = written(value);
  return { value: Number(en.replaceAll(',', '')), printed: it, unit: 'MEUR' as const };
}

function exceeds(file: DataFile<SnapshotFile>, { row, whole, rate }: High): Finding {
  const [top, bottom] =
    row.unit === whole.unit ? [exactOf(row), exactOf(whole)] : [millions(row), millions(whole)];
  const value = top && bottom ? percentage(top, bottom, 1) : null;
  const percent = value ? written(value) : { it: '> 100', en: '> 100' };
  const said = (each: Row, locale: 'it' | 'en') =>
    `${written(exactOf(each))[locale]} ${each.unit} (${each.document})`;
  return found(file, row.path, {
    rule: 'rates-above-100',
    severity: 'warning',
    message: {
      it: `"${rate}" di "${row.subject}" è ${percent.it} %: ${said(row, 'it')} su ${said(whole, 'it')}.`,
      en: `"${rate}" of "${row.subject}" is ${percent.en} %: ${said(row, 'en')} of ${said(whole, 'en')}.`,
    },
    advice: {
      it: 'Guardare i documenti: una cifra può essere sbagliata. Se dicono proprio così, dirlo in "exceptions" con "rule": "above-100".',
      en: 'Look at the documents: a figure may be wrong. If they say just that, say so in "exceptions" with "rule": "above-100".',
    },
  });
}
