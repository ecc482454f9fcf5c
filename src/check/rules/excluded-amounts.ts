import type { Finding } from '../../model/finding.ts';
import type { PublishedMeasure } from '../../model/measures.ts';
import type { Bilingual, Exclusion, SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { agree, exactSum, isAbove, millions, type Row, rowsOf, written } from '../rows.ts';
import type { Path } from '../text/json.ts';

/** A stated exclusion is true of the figures: the amount exists, is told in a note, and is not in already. */
export const excludedAmounts: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) =>
    file.content.exceptions.flatMap((row, at) =>
      row.rule === 'excluded-amount' ? check(file, row, ['exceptions', at]) : [],
    ),
  );

function check(file: DataFile<SnapshotFile>, row: Exclusion, path: Path): readonly Finding[] {
  const rows = rowsOf(file);
  const money = (subject: string, measure: PublishedMeasure) =>
    rows.filter((other) => other.subject === subject && other.measure === measure && millions(other));
  const [base] = money(row.subject, row.measure);
  const [included] = money(row.subject, row.included);
  const [amount] = money(row.amount.subject, row.amount.measure);
  const apply = gone(row, base, included, amount);
  const printings = (row.amount.also ?? []).map((measure) => ({
    measure,
    printed: money(row.amount.subject, measure)[0],
  }));
  return [
    ...(apply ? [problem(file, path, apply)] : []),
    ...printings.flatMap(({ measure, printed }) =>
      amount && printed && agree(amount, printed)
        ? []
        : [problem(file, [...path, 'amount', 'also'], alsoDiffers(row, measure))],
    ),
    ...money(row.subject, row.measure)
      .filter(({ note }) => note === undefined)
      .map((silent) => problem(file, silent.path, untold(row))),
  ];
}

type Words = { readonly message: Bilingual; readonly advice: Bilingual };

/** Why the exception does not apply to these figures; null where it does. */
function gone(row: Exclusion, base?: Row, included?: Row, amount?: Row): Words | null {
  const [part, whole, extra] = [base, included, amount].map((figure) => figure && millions(figure));
  if (!part || !whole || !extra || extra.units === 0n) {
    return words(
      {
        it: `L’eccezione non si applica: manca, o è zero, una delle cifre "${row.measure}", "${row.included}" di "${row.subject}" e "${row.amount.measure}" di "${row.amount.subject}".`,
        en: `The exception does not apply: one of the figures "${row.measure}", "${row.included}" of "${row.subject}" and "${row.amount.measure}" of "${row.amount.subject}" is missing or zero.`,
      },
      {
        it: 'Rimettere la cifra, o togliere l’eccezione.',
        en: 'Put the figure back, or remove the exception.',
      },
    );
  }
  const together = exactSum([part, extra]);
  if (!isAbove(together, whole)) return null;
  return words(
    {
      it: `Con l’importo escluso "${row.measure}" di "${row.subject}" farebbe ${written(together).it}, più di "${row.included}", ${written(whole).it}: l’importo sembra già compreso.`,
      en: `With the excluded amount "${row.measure}" of "${row.subject}" would be ${written(together).en}, more than "${row.included}", ${written(whole).en}: the amount seems to be in already.`,
    },
    {
      it: 'Se ora la cifra comprende l’importo, togliere l’eccezione e la nota; altrimenti correggere la cifra.',
      en: 'If the figure now includes the amount, remove the exception and the note; else correct the figure.',
    },
  );
}

function alsoDiffers({ amount }: Exclusion, measure: PublishedMeasure): Words {
  return words(
    {
      it: `"${amount.measure}" e "${measure}" di "${amount.subject}" non sono lo stesso importo, o uno manca.`,
      en: `"${amount.measure}" and "${measure}" of "${amount.subject}" are not the same amount, or one is missing.`,
    },
    {
      it: 'Correggere l’importo, o togliere la misura da "also".',
      en: 'Correct the amount, or take the measure out of "also".',
    },
  );
}

function untold({ note }: Exclusion): Words {
  return words(
    {
      it: 'Questa cifra esclude un importo e non lo dice.',
      en: 'This figure leaves an amount out and does not say so.',
    },
    { it: `Scrivere "note": "${note}".`, en: `Write "note": "${note}".` },
  );
}

const words = (message: Bilingual, advice: Bilingual): Words => ({ message, advice });

function problem(file: DataFile<SnapshotFile>, path: Path, said: Words): Finding {
  return found(file, path, { rule: 'excluded-amounts', ...said });
}
