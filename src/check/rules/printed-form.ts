import { compare, decimal, printedDecimal } from '../../model/decimal.ts';
import type { Finding } from '../../model/finding.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { exactOf, type Row, rowsOf, written } from '../rows.ts';

/** The printed form, here and wherever it is printed again, is the value. */
export const printedForm: Rule = ({ programme, snapshots }) => {
  const plain = new Set(programme.content.documents.filter(({ page }) => page === 'row').map(({ id }) => id));
  return snapshots.flatMap((file) =>
    rowsOf(file).flatMap((row) => {
      const read = plain.has(row.document) ? decimal : printedDecimal;
      return [
        ...exact(file, row),
        ...printings(row).flatMap((printing) => differs(file, row, printing, read)),
      ];
    }),
  );
};

function printings({ printed, also = [], path }: Row) {
  return [
    { printed, path },
    ...also.map((other, at) => ({ printed: other.printed, path: [...path, 'also', at] })),
  ];
}

function exact(file: DataFile<SnapshotFile>, row: Row): readonly Finding[] {
  if (decimal(String(row.value)) !== null) return [];
  return [
    found(file, [...row.path, 'value'], {
      rule: 'printed-form',
      message: {
        it: `${row.value} ha più cifre di quante se ne possano tenere esatte.`,
        en: `${row.value} has more digits than can be kept exact.`,
      },
      advice: {
        it: 'Scrivere il valore con i soli decimali stampati.',
        en: 'Write the value with the printed decimals only.',
      },
    }),
  ];
}

function differs(
  file: DataFile<SnapshotFile>,
  row: Row,
  { printed, path }: ReturnType<typeof printings>[number],
  read: typeof printedDecimal,
): readonly Finding[] {
  const printedValue = read(printed);
  const value = exactOf(row);
  if (printedValue === null) {
    return [
      found(file, [...path, 'printed'], {
        rule: 'printed-form',
        message: { it: `"${printed}" non è un solo numero.`, en: `"${printed}" is not one number.` },
        advice: {
          it: 'Scrivere la cifra come è stampata, per esempio "109,8" o "209.754".',
          en: 'Write the figure as printed, for example "109,8" or "209.754".',
        },
      }),
    ];
  }
  if (compare(printedValue, value) === 0) return [];
  return [
    found(file, [...path, 'printed'], {
      rule: 'printed-form',
      message: {
        it: `"printed" è "${printed}", ma "value" è ${written(value).it}.`,
        en: `"printed" is "${printed}", but "value" is ${written(value).en}.`,
      },
      advice: {
        it: 'Guardare il documento e correggere quello dei due che sbaglia.',
        en: 'Look at the document and correct whichever of the two is wrong.',
      },
    }),
  ];
}
