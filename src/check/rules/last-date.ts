import { compare, type Decimal } from '../../model/decimal.ts';
import { grouped } from '../../model/grouped.ts';
import { CUMULATIVE } from '../../model/measures.ts';
import { amountOf, exactOf, isAbove, millions, type Row, surelyAbove, times, written } from '../rows.ts';
import { type Rule, type Snapshot, stated } from '../rule.ts';

/**
 * A cumulative figure that is lower than at the last date that has it. An allocation, a share, a target or an
 * initiative's budget may fall: a reprogramming moves them. Partial snapshots count, since each of their figures
 * is as whole as any; a figure that starts to leave an amount out is not compared with one that held it.
 */
export const falls: Rule = {
  id: 'falls',
  severity: 'warning',
  exception: { rule: 'fall' },
  *snapshot(file, { earlier }) {
    const startsToExclude = (row: Row) =>
      excludes(file, row) && !earlier.some((other) => excludes(other, row));
    const fallen = changes(file, earlier, (before, row) => surelyAbove(before, row) && !startsToExclude(row));
    for (const { row, before, date } of fallen) {
      const [was, is] = [amountOf(before), amountOf(row)];
      yield {
        path: row.path,
        it: `"${row.measure}" scende: ${was.it} al ${date} (${before.document}), ora ${is.it}.`,
        en: `"${row.measure}" falls: ${was.en} at ${date} (${before.document}), now ${is.en}.`,
        adviceIt:
          'Una cifra cumulata di solito non scende: guardare il documento. Se dice proprio così, dirlo in "exceptions" con "rule": "fall".',
        adviceEn:
          'A cumulative figure seldom falls: look at the document. If it says just that, say so in "exceptions" with "rule": "fall".',
        unless: { subject: row.subject, measure: row.measure },
      };
    }
  },
};

function excludes(file: Snapshot, { subject, measure }: Row): boolean {
  return stated(file, 'excluded-amount').some((row) => row.subject === subject && row.measure === measure);
}

/**
 * A cumulative amount above ten times the one of the last date that has it: a digit too many. Below a million
 * programmes do grow so, in their first years.
 */
export const jumps: Rule = {
  id: 'jumps',
  severity: 'warning',
  exception: { rule: 'jump' },
  *snapshot(file, { earlier }) {
    for (const { row, before, date } of changes(file, earlier, isTenfold)) {
      const [was, is] = [amountOf(before), amountOf(row)];
      yield {
        path: row.path,
        it: `"${row.measure}" è più di dieci volte quello di prima: ${was.it} al ${date}, ora ${is.it}.`,
        en: `"${row.measure}" is more than ten times what it was: ${was.en} at ${date}, now ${is.en}.`,
        adviceIt:
          'Forse c’è una cifra di troppo: guardare il documento. Se dice proprio così, dirlo in "exceptions" con "rule": "jump".',
        adviceEn:
          'There may be a digit too many: look at the document. If it says just that, say so in "exceptions" with "rule": "jump".',
        unless: { subject: row.subject, measure: row.measure },
      };
    }
  },
};

const MILLION: Decimal = { units: 1n, places: 0 };

function isTenfold(before: Row, row: Row): boolean {
  const [was, is] = [millions(before), millions(row)];
  return was !== null && is !== null && isAbove(was, MILLION) && isAbove(is, times(was, 10n));
}

type Change = { readonly row: Row; readonly before: Row; readonly date: string };

/** Cumulative figures of which something is so since the last date: one for each measure of a subject. */
function changes(
  file: Snapshot,
  earlier: readonly Snapshot[],
  isSo: (before: Row, row: Row) => boolean,
): readonly Change[] {
  const last = lastFigures(earlier);
  const all = file.rows.flatMap((row): readonly Change[] => {
    const { date, rows = [] } = last.get(keyOf(row)) ?? {};
    const before = closest(rows, row);
    return date && before && isSo(before, row) ? [{ row, before, date }] : [];
  });
  return [...grouped(all, ({ row }) => keyOf(row)).values()].flatMap(([first]) => first ?? []);
}

type Last = { readonly date: string; readonly rows: readonly Row[] };

/** The cumulative figures of the last date that has each, in amounts or in people. */
function lastFigures(earlier: readonly Snapshot[]): ReadonlyMap<string, Last> {
  return new Map(
    earlier.flatMap(({ content: { date }, rows }) => {
      const cumulative = rows.filter((row) => CUMULATIVE.includes(row.measure) && row.unit !== 'percent');
      return [...grouped(cumulative, keyOf)].map(([key, own]) => [key, { date, rows: own }] as const);
    }),
  );
}

const keyOf = ({ subject, measure, unit }: Row) =>
  `${subject} ${measure} ${unit === 'MEUR' || unit === 'EUR' ? 'money' : unit}`;

/** Of what a date says: the same document where it speaks, in the same unit where it can. */
function closest(rows: readonly Row[], { document, unit }: Row): Row | undefined {
  const farness = (row: Row) => (row.document === document ? 0 : 2) + (row.unit === unit ? 0 : 1);
  return rows.toSorted((a, b) => farness(a) - farness(b))[0];
}

const targetsOf = ({ rows }: Snapshot) => rows.filter(({ measure }) => measure === 'target');

/** A target belongs to its year, not to the date of the document: it is the same at every date, and never nothing. */
export const targets: Rule = {
  id: 'targets',
  severity: 'warning',
  exception: { rule: 'target' },
  *snapshot(file, { earlier }) {
    for (const row of targetsOf(file)) {
      const { path, subject, unit } = row;
      if (row.value === 0) yield { path, ...IS_NOTHING };
      const last = earlier
        .flatMap((other) => targetsOf(other).map((before) => ({ ...before, date: other.content.date })))
        .findLast((before) => before.subject === subject && before.unit === unit);
      if (!last || compare(exactOf(row), exactOf(last)) === 0) continue;
      const [was, is] = [written(exactOf(last)), written(exactOf(row))];
      yield {
        path,
        it: `Il valore target era ${was.it} al ${last.date}, ora è ${is.it}, per lo stesso anno.`,
        en: `The target was ${was.en} at ${last.date} and now is ${is.en}, for the same year.`,
        adviceIt:
          'Forse è scambiato con il valore: guardare il documento. Se il target è cambiato, dirlo in "exceptions" con "rule": "target".',
        adviceEn:
          'It may have changed places with the value: look at the document. If the target has changed, say so in "exceptions" with "rule": "target".',
        unless: { subject },
      };
    }
  },
};

const IS_NOTHING = {
  it: 'Il valore target è zero.',
  en: 'The target is zero.',
  adviceIt: 'Guardare il documento; se non stampa un target, togliere la riga.',
  adviceEn: 'Look at the document; if it prints no target, remove the row.',
};
