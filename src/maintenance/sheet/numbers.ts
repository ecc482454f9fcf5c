import { compare, type Decimal, decimal, printedDecimal } from '../../model/decimal.ts';
import { squashed } from './columns.ts';
import { asWindows1252 } from './windows1252.ts';

const ITALIAN = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
const ENGLISH = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/**
 * What a cell can mean as a number, whatever a spreadsheet put around its digits. `109.8` is no Italian number and so
 * an English one; `1.234` is Italian unless the table is English, where it may be either.
 */
export function numbersIn(cell: string, english: boolean): readonly Decimal[] {
  const digits = cell.replace(/[\s€%]/g, '');
  const italian = ITALIAN.test(digits) ? [decimal(digits.replaceAll('.', '').replace(',', '.'))] : [];
  const other = ENGLISH.test(digits) ? [decimal(digits.replaceAll(',', ''))] : [];
  return (english || italian.length === 0 ? [...italian, ...other] : italian).filter((read) => read !== null);
}

/** `1,84E+08` and `#####`: what a spreadsheet writes where a column is too narrow. */
export const isAbbreviated = (cell: string): boolean => /^#+$|^[\d.,]+E[+-]?\d+$/i.test(cell.trim());

/** The number in a printed form: tables write it plainly, other documents in Italian. */
export function numberIn(printed: string, fromTable: boolean): Decimal | null {
  return fromTable ? decimal(printed) : printedDecimal(printed);
}

/**
 * Whether a cell is the printed form that stood there, or what a spreadsheet makes of it by itself: `379` of `379,0`,
 * `189082` of `189.082`, `32%` of `32 %`. It never makes up a decimal.
 */
export function isSamePrinting(cell: string, printed: string, fromTable: boolean, english: boolean): boolean {
  if (squashed(cell) === squashed(printed)) return true;
  const number = numberIn(printed, fromTable);
  return (
    number !== null &&
    numbersIn(cell, english).some((read) => compare(read, number) === 0 && read.places <= number.places)
  );
}

/** Whether a cell is a text that stood there, with a `?` for each letter that Windows cannot write. */
export function isSameText(cell: string, text: string): boolean {
  const [now, was] = [squashed(cell), squashed(text)];
  return now === was || now === asWindows1252(was);
}
