import type { Unit } from '../../../model/measures.ts';
import type { Cells, Complain, Known } from '../cells.ts';
import { squashed } from '../columns.ts';
import { isSavedFrom } from '../encodings.ts';
import {
  ambiguous,
  countPrinted,
  fractional,
  hundredth,
  isAmbiguous,
  isFraction,
  isSamePrinting,
  numberIn,
  unprintable,
  unreadable,
} from '../numbers.ts';

/** How numbers are written in a document and in the table, and what the table has made of letters. */
export type Numbers = Pick<Known, 'english' | 'encoding'> & {
  readonly fromTable: boolean;
  readonly unit: Unit;
};

export const numbersOf = (
  { documents, english, encoding }: Known,
  { document, unit }: { readonly document: string; readonly unit: Unit },
): Numbers => ({
  fromTable: documents.get(document) === true,
  unit,
  english,
  encoding,
});

/** The printed form in a row, or that which was there, where a spreadsheet has only written it in its own way. */
export function printedIn(
  cells: Cells,
  was: { readonly printed: string } | undefined,
  numbers: Numbers,
  complain: Complain,
): string | null {
  const { fromTable, english, encoding, unit } = numbers;
  const { printed: cell = '', value = '' } = cells;
  const printed = squashed(cell);
  if (was && isSavedFrom(printed, squashed(was.printed), encoding)) return was.printed;
  if (was && isSamePrinting(cell, was.printed, fromTable, english)) return was.printed;
  const why =
    was && unit === 'percent' && isFraction(cell, was.printed, fromTable, english)
      ? hundredth(printed, was.printed)
      : numberIn(printed, fromTable) === null || unreadable(printed) !== null
        ? unprintable(cell, value)
        : null;
  if (why === null) return newlyPrinted(printed, value, numbers, complain);
  complain('printed', why);
  return null;
}

/** What nobody has printed in this dataset before; of two numbers that it may be, `value` says which. */
function newlyPrinted(
  printed: string,
  value: string,
  { fromTable, english, unit }: Numbers,
  complain: Complain,
): string | null {
  const isOpen = squashed(value) === '' || isAmbiguous(value, english);
  const count = unit === 'count' ? countPrinted(printed, fromTable) : printed;
  const why =
    count === null
      ? fractional(printed)
      : !fromTable && isOpen && isAmbiguous(printed, english)
        ? ambiguous(printed)
        : null;
  if (why !== null) complain('printed', why);
  return why === null ? count : null;
}
