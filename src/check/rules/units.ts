import { compare } from '../../model/decimal.ts';
import type { Words } from '../place.ts';
import { millions, printingsOf, type Row, times } from '../rows.ts';
import type { Rule } from '../rule.ts';
import { type UnitWord, unitIn, unitsBeside } from '../unitWords.ts';

/** `109,8 MLN€` is not in euros, nor `184.312.574,33€` in millions: a wrong unit is a factor of a million. */
export const unitAsPrinted: Rule = {
  id: 'unit-as-printed',
  *snapshot({ rows }) {
    for (const row of rows) {
      for (const { printed, quote = '', path } of printingsOf(row)) {
        const inside = unitIn(printed);
        const beside = unitsBeside(quote, printed);
        const [first] = beside;
        if (isOther(row, inside)) {
          yield { path: [...path, 'unit'], ...contradicts(row, inside, `"${printed}" (printed)`) };
          // A number that stands there twice may be quoted for either.
        } else if (isOther(row, first) && beside.every((unit) => isOther(row, unit))) {
          yield { path: [...path, 'unit'], ...contradicts(row, first, `"${quote}" (quote)`) };
        }
      }
    }
  },
};

/** Percentages and counts are left to `unit-fits-measure`, except where the words name an order of magnitude. */
function isOther({ unit }: Row, other: UnitWord | null | undefined): other is UnitWord {
  if (!other || other === unit) return false;
  return unit === 'MEUR' || unit === 'EUR' || other === 'MEUR' || other === 'other';
}

const contradicts = ({ unit }: Row, other: UnitWord, text: string): Words => ({
  it: `L’unità è ${unit}, ma ${text} è in ${WORDS[other].it}.`,
  en: `The unit is ${unit}, but ${text} is in ${WORDS[other].en}.`,
  adviceIt:
    'Guardare il documento: "MEUR" sono milioni di euro, "EUR" euro; correggere l’unità, o le parole copiate.',
  adviceEn:
    'Look at the document: "MEUR" is millions of euros, "EUR" is euros; correct the unit, or the words copied.',
});

const WORDS = {
  MEUR: { it: 'milioni', en: 'millions' },
  EUR: { it: 'euro', en: 'euros' },
  percent: { it: 'percentuale', en: 'percent' },
  other: { it: 'migliaia o miliardi', en: 'thousands or billions' },
} as const satisfies Record<UnitWord, { it: string; en: string }>;

/**
 * An amount in euros that is next to nothing beside the other money of its subject: most likely millions whose unit is
 * wrong. Euros have cents or none, so that one decimal settles it. Tables are imported and give their unit by column.
 */
export const smallEuros: Rule = {
  id: 'small-euros',
  *snapshot({ rows }, { programme: { documents } }) {
    const tables = new Set(documents.filter(({ page }) => page === 'row').map(({ id }) => id));
    for (const row of rows) {
      if (row.unit !== 'EUR' || row.value <= 0 || tables.has(row.document) || !isSmall(row, rows)) continue;
      yield {
        path: [...row.path, 'unit'],
        severity: /,\d(?!\d)/.test(row.printed) ? 'error' : 'warning',
        it: `${row.printed} euro per "${row.measure}" sono un’inezia accanto all’altro denaro di "${row.subject}": forse sono milioni.`,
        en: `${row.printed} euros for "${row.measure}" are next to nothing beside the other money of "${row.subject}": they may be millions.`,
        adviceIt:
          'Guardare il documento: se sono milioni scrivere "unit": "MEUR"; se sono euro, stamparli con i centesimi o senza decimali.',
        adviceEn:
          'Look at the document: if these are millions write "unit": "MEUR"; if they are euros, print them with cents or without decimals.',
      };
    }
  },
};

/** A thousandth of the most that is printed of the subject; of one with nothing else, less than a thousand euros. */
function isSmall(row: Row, rows: readonly Row[]): boolean {
  const own = millions(row);
  const others = rows.filter((other) => other.subject === row.subject && other !== row);
  const most = others
    .flatMap((other) => millions(other) ?? [])
    .toSorted(compare)
    .at(-1);
  if (!own) return false;
  return most ? compare(times(own, 1000n), most) < 0 : row.value < 1000;
}
