import { decimal, toNumber } from '../../../model/decimal.ts';
import { PUBLISHED_MEASURES, type PublishedMeasure, UNITS, type Unit } from '../../../model/measures.ts';
import type { FigureRow } from '../../../model/schema.ts';
import {
  type Cells,
  type Complain,
  complainOfNote,
  idIn,
  type Known,
  marked,
  oneOf,
  optional,
  pageIn,
  undescribed,
  unknownSubject,
} from '../cells.ts';
import { squashed } from '../columns.ts';
import { differs, means, numberIn, unreadable } from '../numbers.ts';
import { type Numbers, numbersOf, printedIn } from './printed.ts';

/** Which figure a row is about. */
export type Key = {
  readonly subject: string;
  readonly measure: PublishedMeasure;
  readonly unit: Unit;
  readonly document: string;
};

/** A figure in a word; no two figures of a snapshot share it. */
export const nameOf = ({ document, subject, measure, unit }: Key): string =>
  `${document} ${subject} ${measure} ${unit}`;

/** The key of a row; null where anything is wrong with it, which is complained of. */
export function keyIn(cells: Cells, known: Known, complain: Complain): Key | null {
  const subject = idIn(cells.subject, known.subjects);
  const document = idIn(cells.document, known.documents);
  const measure = PUBLISHED_MEASURES.find((each) => each === squashed(cells.measure ?? '').toLowerCase());
  const unit = UNITS.find((each) => each.toLowerCase() === squashed(cells.unit ?? '').toLowerCase());
  const hasSubject = known.subjects.has(subject);
  const hasDocument = known.documents.has(document);
  if (!hasSubject) complain('subject', unknownSubject(subject));
  if (!measure) complain('measure', oneOf(cells.measure, PUBLISHED_MEASURES));
  if (!unit) complain('unit', oneOf(cells.unit, UNITS));
  if (!hasDocument) complain('document', undescribed(document, [...known.documents.keys()]));
  return hasSubject && measure && unit && hasDocument ? { subject, measure, unit, document } : null;
}

/**
 * The figure that a row comes to, from the one that it was; what the table has no column for stays as it was.
 * Null where a cell makes no sense.
 */
export function figureIn(
  cells: Cells,
  { document, ...what }: Key,
  was: FigureRow | undefined,
  known: Known,
  complain: Complain,
): FigureRow | null {
  const numbers = numbersOf(known, { document, unit: what.unit });
  const printed = printedIn(cells, was, numbers, complain);
  const value = printed === null ? null : valueIn(cells.value ?? '', printed, was, numbers, complain);
  const page = pageIn(cells.page ?? '', complain);
  const note = optional(cells.note, was?.note, known.encoding);
  if (note !== undefined) complainOfNote(note, known, complain);
  const quote = optional(cells.quote, was?.quote, known.encoding);
  if (printed === null || value === null || page === null) return null;
  const { quote: _, note: __, confirm: ___, sum, ...rest }: Partial<FigureRow> = was ?? {};
  return {
    ...rest,
    ...(sum && printed === was?.printed && page === was.page ? { sum } : {}),
    ...{ ...what, value, page, printed },
    ...marked(cells.confirm, was?.confirm, printed),
    ...(quote === undefined ? {} : { quote }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The value agrees with the printed form, or is empty: which of two numbers is right only the maintainer knows. */
function valueIn(
  cell: string,
  printed: string,
  was: FigureRow | undefined,
  { fromTable, english }: Numbers,
  complain: Complain,
): number | null {
  const number = numberIn(printed, fromTable);
  if (number === null) return was?.value ?? null;
  if (squashed(cell) === '' || means(cell, number, english)) return toNumber(number);
  const before = was?.printed === printed ? decimal(String(was.value)) : null;
  if (before && means(cell, before, english)) return toNumber(before);
  complain('value', unreadable(cell) ?? differs(squashed(cell), printed));
  return null;
}
