import { exactSum } from '../../model/decimal.ts';
import type { PublishedMeasure } from '../../model/measures.ts';
import type { Exclusion } from '../../model/schema.ts';
import type { Wrong } from '../found.ts';
import type { Path, Words } from '../place.ts';
import { isAbove, millions, type Row, sameFigure, written } from '../rows.ts';
import { type Rule, stated } from '../rule.ts';

/**
 * A stated exclusion is true of the figures: the amount exists, a note mentions the amount, and the figure does not
 * contain the amount already.
 */
export const excludedAmounts: Rule = {
  id: 'excluded-amounts',
  *snapshot(file, { programme }) {
    const imported = new Set(programme.documents.filter(({ page }) => page === 'row').map(({ id }) => id));
    for (const row of stated(file, 'excluded-amount')) {
      yield* check(file.rows, row, ['exceptions', row.at], imported);
    }
  },
};

function* check(
  rows: readonly Row[],
  row: Exclusion,
  path: Path,
  imported: ReadonlySet<string>,
): Generator<Wrong> {
  const money = (subject: string, measure: PublishedMeasure) =>
    rows.filter((other) => other.subject === subject && other.measure === measure && millions(other));
  const [base] = money(row.subject, row.measure);
  const [included] = money(row.subject, row.included);
  const [amount] = money(row.amount.subject, row.amount.measure);
  const why = notSo(row, base, included, amount);
  if (why) yield { path, ...why };
  for (const measure of row.amount.also ?? []) {
    const [printed] = money(row.amount.subject, measure);
    if (!amount || !printed || !sameFigure(amount, printed)) {
      yield { path: [...path, 'amount', 'also'], ...alsoDiffers(row, measure) };
    }
  }
  const figures = money(row.subject, row.measure);
  for (const figure of figures) {
    // An import writes no caveat: that of the document is said with the same figure.
    const isShared = figures.some(
      (other) =>
        imported.has(figure.document) && other.note !== undefined && sameFigure(other, figure) === true,
    );
    if (figure.note === undefined && !isShared) yield { path: figure.path, ...untold(row) };
  }
}

/** Why the exception does not apply to these figures; null where it does. */
function notSo(
  { subject, measure, ...row }: Exclusion,
  base?: Row,
  included?: Row,
  amount?: Row,
): Words | null {
  const [part, whole, extra] = [base, included, amount].map((figure) => figure && millions(figure));
  if (!part || !whole || !extra || extra.units === 0n) {
    return {
      it: `L’eccezione non si applica: manca, o è zero, una delle cifre "${measure}", "${row.included}" di "${subject}" e "${row.amount.measure}" di "${row.amount.subject}".`,
      en: `The exception does not apply: one of the figures "${measure}", "${row.included}" of "${subject}" and "${row.amount.measure}" of "${row.amount.subject}" is missing or zero.`,
      adviceIt: 'Rimettere la cifra, o togliere l’eccezione.',
      adviceEn: 'Put the figure back, or remove the exception.',
    };
  }
  const together = exactSum([part, extra]);
  if (!isAbove(together, whole)) return null;
  return {
    it: `Con l’importo escluso "${measure}" di "${subject}" farebbe ${written(together).it}, più di "${row.included}", ${written(whole).it}: l’importo sembra già compreso.`,
    en: `With the excluded amount "${measure}" of "${subject}" would be ${written(together).en}, more than "${row.included}", ${written(whole).en}: the amount seems to be in already.`,
    adviceIt:
      'Se ora la cifra comprende l’importo, togliere l’eccezione e la nota; altrimenti correggere la cifra.',
    adviceEn:
      'If the figure now includes the amount, remove the exception and the note; else correct the figure.',
  };
}

const alsoDiffers = ({ amount }: Exclusion, measure: PublishedMeasure): Words => ({
  it: `"${amount.measure}" e "${measure}" di "${amount.subject}" non sono lo stesso importo, o uno manca.`,
  en: `"${amount.measure}" and "${measure}" of "${amount.subject}" are not the same amount, or one is missing.`,
  adviceIt: 'Correggere l’importo, o togliere la misura da "also".',
  adviceEn: 'Correct the amount, or take the measure out of "also".',
});

const untold = ({ note }: Exclusion): Words => ({
  it: 'Questa cifra esclude un importo e non lo dice.',
  en: 'This figure leaves an amount out and does not say so.',
  adviceIt: `Scrivere "note": "${note}".`,
  adviceEn: `Write "note": "${note}".`,
});
