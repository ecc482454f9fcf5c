import { compare, type Decimal } from '../../model/decimal.ts';
import { found, type Rule } from '../files.ts';
import { millions, type Row, rowsOf } from '../rows.ts';

/**
 * An amount in euros that is next to nothing beside the other money of its subject: most likely millions whose unit is
 * wrong. Euros have cents or none, so that one decimal settles it. Tables are imported and give their unit by column.
 */
export const smallEuros: Rule = ({ programme, snapshots }) => {
  const tables = new Set(
    programme.content.documents.filter(({ page }) => page === 'row').map(({ id }) => id),
  );
  return snapshots.flatMap((file) => {
    const rows = rowsOf(file);
    return rows
      .filter((row) => row.unit === 'EUR' && row.value > 0 && !tables.has(row.document) && isSmall(row, rows))
      .map((row) =>
        found(file, [...row.path, 'unit'], {
          rule: 'small-euros',
          severity: decimalsOf(row) === 1 ? 'error' : 'warning',
          message: {
            it: `${row.printed} euro per "${row.measure}" sono un’inezia accanto all’altro denaro di "${row.subject}": forse sono milioni.`,
            en: `${row.printed} euros for "${row.measure}" are next to nothing beside the other money of "${row.subject}": they may be millions.`,
          },
          advice: {
            it: 'Guardare il documento: se sono milioni scrivere "unit": "MEUR"; se sono euro, stamparli con i centesimi o senza decimali.',
            en: 'Look at the document: if these are millions write "unit": "MEUR"; if they are euros, print them with cents or without decimals.',
          },
        }),
      );
  });
};

const decimalsOf = ({ printed }: Row) => /,(\d+)/.exec(printed)?.[1]?.length ?? 0;

/** A thousandth of the most that is printed of the subject; of one with nothing else, less than a thousand euros. */
function isSmall(row: Row, rows: readonly Row[]): boolean {
  const own = millions(row);
  const others = rows.flatMap((other) => {
    const amount = other.subject === row.subject && other !== row ? millions(other) : null;
    return amount ? [amount] : [];
  });
  const most = others.toSorted(compare).at(-1);
  if (!own) return false;
  return most ? compare(timesThousand(own), most) < 0 : row.value < 1000;
}

const timesThousand = ({ units, places }: Decimal): Decimal => ({ units: units * 1000n, places });
