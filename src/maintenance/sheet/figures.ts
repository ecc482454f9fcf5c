import { decimal, toNumber } from '../../model/decimal.ts';
import { PUBLISHED_MEASURES, type PublishedMeasure, UNITS, type Unit } from '../../model/measures.ts';
import type { Bilingual, FigureRow } from '../../model/schema.ts';
import { type Column, squashed } from './columns.ts';
import { isSavedFrom, type SingleByte } from './encodings.ts';
import { differs, isSamePrinting, means, numberIn, unprintable, unreadable } from './numbers.ts';
import type { SheetRow } from './rows.ts';

/** Which figure a row is about. */
export type Key = {
  readonly subject: string;
  readonly measure: PublishedMeasure;
  readonly unit: Unit;
  readonly document: string;
};

/** What a snapshot can refer to, and how its table writes numbers. */
export type Known = {
  readonly subjects: ReadonlySet<string>;
  /** Documents, and whether they are tables, which write numbers plainly. */
  readonly documents: ReadonlyMap<string, boolean>;
  readonly notes: ReadonlySet<string>;
  readonly english: boolean;
  /** What the letters of the table have been through; Windows' own where it does not say. */
  readonly encoding: SingleByte;
};

type Cells = SheetRow['cells'];
type Complain = (column: Column, message: Bilingual) => void;

/** The key of a row; null where anything is wrong with it, which is complained of. */
export function keyIn(cells: Cells, known: Known, complain: Complain): Key | null {
  const subject = squashed(cells.subject ?? '');
  const document = squashed(cells.document ?? '');
  const measure = PUBLISHED_MEASURES.find((each) => each === squashed(cells.measure ?? ''));
  const unit = UNITS.find((each) => each.toLowerCase() === squashed(cells.unit ?? '').toLowerCase());
  const hasSubject = known.subjects.has(subject);
  const hasDocument = known.documents.has(document);
  if (!hasSubject)
    complain('subject', {
      it: `"${subject}" non è in programme.json: scrivere un suo id, o aggiungere prima il record.`,
      en: `"${subject}" is not in programme.json: write an id of it, or add the record first.`,
    });
  if (!measure) complain('measure', oneOf(cells.measure, PUBLISHED_MEASURES));
  if (!unit) complain('unit', oneOf(cells.unit, UNITS));
  if (!hasDocument) complain('document', undescribed(document, [...known.documents.keys()]));
  return hasSubject && measure && unit && hasDocument ? { subject, measure, unit, document } : null;
}

const oneOf = (cell: string | undefined, allowed: readonly string[]): Bilingual => ({
  it: `"${squashed(cell ?? '')}" qui non esiste: scrivere uno di ${allowed.join(', ')}.`,
  en: `"${squashed(cell ?? '')}" does not exist here: write one of ${allowed.join(', ')}.`,
});

const undescribed = (document: string, described: readonly string[]): Bilingual => ({
  it: `"${document}" non è un documento di programme.json: descriverlo lì, o scrivere uno di ${described.join(', ')}.`,
  en: `"${document}" is not a document of programme.json: describe it there, or write one of ${described.join(', ')}.`,
});

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
  const numbers = {
    fromTable: known.documents.get(document) === true,
    english: known.english,
    encoding: known.encoding,
  };
  const printed = printedIn(cells, was, numbers, complain);
  const value = printed === null ? null : valueIn(cells.value ?? '', printed, was, numbers, complain);
  const page = pageIn(cells.page ?? '', complain);
  const note = optional(cells.note, was?.note, known.encoding);
  if (note !== undefined && !known.notes.has(note)) complain('note', oneOf(note, [...known.notes]));
  const quote = optional(cells.quote, was?.quote, known.encoding);
  if (printed === null || value === null || page === null) return null;
  const confirm = marked(cells.confirm, was?.confirm, printed);
  const { quote: _, note: __, confirm: ___, sum, ...rest }: Partial<FigureRow> = was ?? {};
  return {
    ...rest,
    ...(sum && printed === was?.printed && page === was.page ? { sum } : {}),
    ...{ ...what, value, page, printed },
    ...(confirm === undefined ? {} : { confirm }),
    ...(quote === undefined ? {} : { quote }),
    ...(note === undefined ? {} : { note }),
  };
}

type Numbers = { readonly fromTable: boolean; readonly english: boolean; readonly encoding: SingleByte };

function printedIn(
  { printed: cell = '', value = '' }: Cells,
  was: FigureRow | undefined,
  { fromTable, english, encoding }: Numbers,
  complain: Complain,
): string | null {
  if (was && isSavedFrom(squashed(cell), squashed(was.printed), encoding)) return was.printed;
  if (was && isSamePrinting(cell, was.printed, fromTable, english)) return was.printed;
  const printed = squashed(cell);
  if (numberIn(printed, fromTable) !== null && unreadable(printed) === null) return printed;
  complain('printed', unprintable(cell, value));
  return null;
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

function pageIn(cell: string, complain: Complain): number | null {
  const page = squashed(cell);
  if (/^[1-9]\d{0,8}$/.test(page)) return Number(page);
  complain('page', {
    it: `"${page}" non è il numero di una pagina, come 6.`,
    en: `"${page}" is not the number of a page, such as 6.`,
  });
  return null;
}

/**
 * A text that stays where its column is missing, and goes where its cell is empty. It is as it was where a spreadsheet
 * has only changed its blanks, or put a `?` for each letter that Windows cannot write.
 */
function optional(
  cell: string | undefined,
  was: string | undefined,
  encoding: SingleByte,
): string | undefined {
  if (cell === undefined) return was;
  const [now, before] = [squashed(cell), squashed(was ?? '')];
  if (now === '') return undefined;
  return now === before || isSavedFrom(now, before, encoding) ? was : now;
}

/** An empty cell confirms; anything in it leaves the mark that there is, or makes one. */
function marked(cell: string | undefined, was: string | undefined, printed: string): string | undefined {
  if (cell === undefined) return was;
  return squashed(cell) === '' ? undefined : (was ?? printed);
}
