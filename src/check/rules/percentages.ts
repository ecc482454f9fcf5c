import { compare, type Decimal, exactSum, percentage } from '../../model/decimal.ts';
import { PARTICIPANT_GROUPS, RATE_MEASURES, RATES, type Rate } from '../../model/measures.ts';
import {
  amountOf,
  exactOf,
  inOneUnit,
  lastPlace,
  millions,
  minus,
  type Row,
  rowOf,
  surelyAbove,
  written,
} from '../rows.ts';
import { isOverbooked, type Rule, type Snapshot, stated } from '../rule.ts';

/**
 * A rate that the bot would say and that exceeds 100 %. Within one document that is an error of the cascade, so what
 * is left are figures of two documents, and what lies beyond an overbooking, which speaks of no payments.
 */
export const ratesAbove100: Rule = {
  id: 'rates-above-100',
  severity: 'warning',
  exception: { rule: 'above-100' },
  *snapshot(file) {
    for (const { row, whole, rate } of highRates(file)) {
      const pair = inOneUnit(row, whole);
      const value = pair && percentage(...pair, 1);
      const percent = value ? written(value) : { it: '> 100', en: '> 100' };
      const [part, all] = [amountOf(row), amountOf(whole)];
      yield {
        path: row.path,
        it: `"${rate}" di "${row.subject}" è ${percent.it} %: ${part.it} (${row.document}) su ${all.it} (${whole.document}).`,
        en: `"${rate}" of "${row.subject}" is ${percent.en} %: ${part.en} (${row.document}) of ${all.en} (${whole.document}).`,
        adviceIt:
          'Guardare i documenti: una cifra può essere sbagliata. Se dicono proprio così, dirlo in "exceptions" con "rule": "above-100".',
        adviceEn:
          'Look at the documents: a figure may be wrong. If they say just that, say so in "exceptions" with "rule": "above-100".',
        unless: { subject: row.subject, measure: rate },
      };
    }
  },
};

type High = { readonly row: Row; readonly whole: Row; readonly rate: Rate };

function highRates(file: Snapshot): readonly High[] {
  const overbooked = new Set(stated(file, 'overbooking').map(({ subject }) => subject));
  return [...new Set(file.rows.map(({ subject }) => subject))].flatMap((subject) =>
    RATE_MEASURES.flatMap((rate): readonly High[] => {
      const [top, bottom] = RATES[rate];
      const overbooks = overbooked.has(subject);
      if (overbooks && bottom === 'allocation' && isOverbooked(top)) return [];
      const of = (measure: string) =>
        file.rows.filter((row) => row.subject === subject && row.measure === measure);
      const parts = top === 'committed-with-cigd' ? withExcluded(file, of('committed')) : of(top);
      const pairs = parts.flatMap((row) => of(bottom).map((whole) => ({ row, whole, rate })));
      const inCascade = (row: Row, whole: Row) =>
        row.document === whole.document && top !== 'committed-with-cigd' && !overbooks;
      return pairs.filter(({ row, whole }) => !inCascade(row, whole) && surelyAbove(row, whole)).slice(0, 1);
    }),
  );
}

/** Commitments with the amount that they leave out, in millions. */
function withExcluded(file: Snapshot, committed: readonly Row[]): readonly Row[] {
  return committed.flatMap((row) => {
    const { amount } =
      stated(file, 'excluded-amount').find(
        ({ subject, measure }) => subject === row.subject && measure === 'committed',
      ) ?? {};
    const extra = file.rows.find(
      ({ subject, measure }) => subject === amount?.subject && measure === amount.measure,
    );
    const [base, more] = [millions(row), extra ? millions(extra) : null];
    if (!base || !more) return [];
    const { it, en } = written(exactSum([base, more]));
    return [{ ...row, value: Number(en.replaceAll(',', '')), printed: it, unit: 'MEUR' as const }];
  });
}

/** A printed percentage is its part of the printed whole, within rounding. */
export const percentages: Rule = {
  id: 'percentages',
  *snapshot({ rows }, { programme }) {
    for (const row of rows.filter(({ unit }) => unit === 'percent')) {
      const pair = row.measure === 'share' ? ofAllocation(rows, row, programme.id) : ofPeople(rows, row);
      if (!pair) continue;
      const printed = exactOf(row);
      const [low, exact, high] = bounds(pair, printed.places);
      if (!low || !exact || !high || (compare(printed, low) >= 0 && compare(printed, high) <= 0)) continue;
      const [share, part, whole] = [printed, exactOf(pair.part), exactOf(pair.whole)].map(written);
      yield {
        path: row.path,
        it: `${share?.it} %, ma ${part?.it} su ${whole?.it} fa ${written(exact).it} %.`,
        en: `${share?.en} %, but ${part?.en} of ${whole?.en} is ${written(exact).en} %.`,
        adviceIt:
          'La percentuale è di un altro record, o una delle due cifre è sbagliata: guardare il documento.',
        adviceEn:
          'The percentage belongs to another record, or one of the two figures is wrong: look at the document.',
      };
    }
  },
};

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

/** Money is printed rounded or truncated, so its last decimal may be off by one; counts are exact. */
function bounds({ part, whole }: Pair, places: number): readonly (Decimal | null)[] {
  const [top, bottom] = [exactOf(part), exactOf(whole)];
  if (part.unit === 'count') return Array(3).fill(percentage(top, bottom, places));
  return [minus(top, lastPlace(top)), top, exactSum([top, lastPlace(top)])].map((value) =>
    percentage(value, bottom, places),
  );
}
