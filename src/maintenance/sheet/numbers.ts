import { compare, type Decimal, decimal, printedDecimal, tableDecimal } from '../../model/decimal.ts';
import type { Bilingual } from '../../model/schema.ts';
import { COLUMNS, squashed } from './columns.ts';

const ITALIAN = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
const ENGLISH = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/**
 * Whether a cell can mean a number, whatever a spreadsheet put around its digits. `109.8` is no Italian number and so
 * an English one; `1.234` is Italian unless the table is English, where it may be either.
 */
export function means(cell: string, number: Decimal, english: boolean): boolean {
  return numbersIn(cell, english).some((read) => compare(read, number) === 0);
}

/** The numbers that a cell may mean: two in an English table at most. */
export function numbersIn(cell: string, english: boolean): readonly Decimal[] {
  const digits = cell.replace(/[\s€%]|(?<=\d\s?)\?$/g, '');
  const italian = ITALIAN.test(digits) ? [decimal(digits.replaceAll('.', '').replace(',', '.'))] : [];
  const other = ENGLISH.test(digits) ? [decimal(digits.replaceAll(',', ''))] : [];
  return (english || italian.length === 0 ? [...italian, ...other] : italian).filter((read) => read !== null);
}

/** The number in a printed form: tables write it plainly, other documents in Italian. */
export function numberIn(printed: string, fromTable: boolean): Decimal | null {
  return fromTable ? tableDecimal(printed) : printedDecimal(printed);
}

/**
 * Whether a cell is the printed form that stood there, or what a spreadsheet makes of it by itself: `379` or `379,00`
 * of `379,0`, `189082` of `189.082`, `54,00%` of `54 %`.
 */
export function isSamePrinting(cell: string, printed: string, fromTable: boolean, english: boolean): boolean {
  if (squashed(cell) === squashed(printed)) return true;
  const number = numberIn(printed, fromTable);
  return number !== null && means(cell, number, english);
}

/** Whether a cell holds the hundredth part of a percentage, which is what a spreadsheet keeps of `54%`. */
export function isFraction(cell: string, printed: string, fromTable: boolean, english: boolean): boolean {
  const number = numberIn(printed, fromTable);
  const hundredth = number && { ...number, places: number.places + 2 };
  return hundredth !== null && hundredth.units !== 0n && means(cell, hundredth, english);
}

/** Whether a cell of an English table may be either of two numbers, such as `1,234`. */
export const isAmbiguous = (cell: string, english: boolean): boolean => {
  const [one, other] = numbersIn(cell, english);
  return one !== undefined && other !== undefined && compare(one, other) !== 0;
};

/** A count as documents print it, without the decimals of a column; null where it has decimals of its own. */
export function countPrinted(printed: string, fromTable: boolean): string | null {
  const whole = printed.replace(fromTable ? /\.0+$/ : /,0+(?=\D*$)/, '');
  return numberIn(whole, fromTable)?.places === 0 ? whole : null;
}

/** Why no number can be read in a cell that ought to hold a printed figure; `value` is the cell beside it. */
export function unprintable(cell: string, value: string): Bilingual {
  const printed = squashed(cell);
  if (printed !== '') return unreadable(cell) ?? noNumber(printed);
  return squashed(value) === '' ? BOTH_EMPTY : EMPTY;
}

/** What a spreadsheet or a slip made of a number; null where it looks like one. */
export function unreadable(cell: string): Bilingual | null {
  const text = squashed(cell);
  if (/^#+$|^[\d.,]+E[+-]?\d+$/i.test(text)) return ABBREVIATED;
  if (/^[-−–]\s?[\d.,]+(?:[^\d.,]\D*)?$/.test(text)) return NEGATIVE;
  if (/^[=@]|^[+-]\s*[a-z($]/i.test(text)) return FORMULA;
  return text.replace(/[\s.,'€%]/g, '').length > MOST_DIGITS && /^[\d\s.,'€%]+$/.test(text) ? TOO_LONG : null;
}

const VALUE = COLUMNS.value[0];
const PRINTED = COLUMNS.printed[0];
const MOST_DIGITS = 15;

export const differs = (value: string, printed: string): Bilingual => ({
  it: `«${VALUE}» è ${value}, ma «${PRINTED}» è ${printed}: correggere quello che sbaglia, o svuotare «${VALUE}» per prendere lo stampato.`,
  en: `“${VALUE}” is ${value}, but “${PRINTED}” is ${printed}: correct the wrong one, or empty “${VALUE}” to take the printed one.`,
});

/** `1,84E+08` and `#####`: what a spreadsheet writes where a column is too narrow. */
const ABBREVIATED: Bilingual = {
  it: 'Il programma ha abbreviato il numero: allargare la colonna e salvare di nuovo.',
  en: 'The spreadsheet has abbreviated the number: widen the column and save again.',
};

const NEGATIVE: Bilingual = {
  it: 'Nessuna cifra è negativa: togliere il segno meno.',
  en: 'No figure is negative: remove the minus sign.',
};

const FORMULA: Bilingual = {
  it: 'C’è una formula: scrivere il numero al suo posto.',
  en: 'This is a formula: write the number in its place.',
};

const TOO_LONG: Bilingual = {
  it: `Il numero ha più di ${MOST_DIGITS} cifre: controllarlo.`,
  en: `The number has more than ${MOST_DIGITS} digits: look at it again.`,
};

const BOTH_EMPTY: Bilingual = {
  it: `«${VALUE}» e «${PRINTED}» sono vuoti: per togliere la cifra eliminare la sua riga, altrimenti scriverla come è stampata.`,
  en: `“${VALUE}” and “${PRINTED}” are empty: to take the figure away delete its row, else write it as printed.`,
};

const EMPTY: Bilingual = {
  it: `«${PRINTED}» è vuoto: scrivere la cifra come è stampata; per toglierla eliminare la riga.`,
  en: `“${PRINTED}” is empty: write the figure as printed; to take it away delete the row.`,
};

export const fractional = (printed: string): Bilingual => ({
  it: `"${printed}" ha decimali, ma è un conteggio: scrivere un numero intero, o correggere l’unità.`,
  en: `"${printed}" has decimals but is a count: write a whole number, or correct the unit.`,
});

export const hundredth = (cell: string, printed: string): Bilingual => ({
  it: `"${cell}" è quello che il foglio di calcolo tiene di ${printed}: riscrivere ${printed}, con la cella in formato testo.`,
  en: `"${cell}" is what the spreadsheet keeps of ${printed}: write ${printed} again, in a cell formatted as text.`,
});

export const ambiguous = (cell: string): Bilingual => ({
  it: `In una tabella con le virgole "${cell}" può essere due numeri: scrivere in «${VALUE}» il numero senza separatori di migliaia.`,
  en: `In a table with commas "${cell}" may be two numbers: write the number in “${VALUE}” without thousands separators.`,
});

const noNumber = (printed: string): Bilingual => ({
  it: `"${printed}" non è un solo numero: scriverlo come è stampato, per esempio 109,8 o 209.754.`,
  en: `"${printed}" is not one number: write it as printed, for example 109,8 or 209.754.`,
});
