import { compare, decimal, toNumber } from '../../model/decimal.ts';
import { PUBLISHED_MEASURES, type PublishedMeasure, UNITS, type Unit } from '../../model/measures.ts';
import type { FigureRow } from '../../model/schema.ts';
import { type Column, squashed } from './columns.ts';
import { differs, unprintable, unreadable } from './numberProblems.ts';
import { isSamePrinting, isSameText, numberIn, numbersIn } from './numbers.ts';
import type { Sheet, SheetRow } from './rows.ts';

/** Which figure a row is about. */
export type Key = {
  readonly subject: string;
  readonly measure: PublishedMeasure;
  readonly unit: Unit;
  readonly document: string;
};

/** What a snapshot can refer to. */
export type Known = {
  readonly subjects: ReadonlySet<string>;
  /** Documents, and whether they are tables, which write numbers plainly. */
  readonly documents: ReadonlyMap<string, boolean>;
  readonly notes: ReadonlySet<string>;
};

type Said = { readonly it: string; readonly en: string };
type Complain = (column: Column, message: Said) => void;

/** The key of a row, or null with everything that is wrong with it said. */
export function keyIn({ cells }: SheetRow, known: Known, complain: Complain): Key | null {
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

const oneOf = (cell: string | undefined, allowed: readonly string[]): Said => ({
  it: `"${squashed(cell ?? '')}" qui non esiste: scrivere uno di ${allowed.join(', ')}.`,
  en: `"${squashed(cell ?? '')}" does not exist here: write one of ${allowed.join(', ')}.`,
});

const undescribed = (document: string, described: readonly string[]): Said => ({
  it: `"${document}" non è un documento di programme.json: descriverlo lì, o scrivere uno di ${described.join(', ')}.`,
  en: `"${document}" is no document of programme.json: describe it there, or write one of ${described.join(', ')}.`,
});

/**
 * The figure that a row comes to, from the one that it was; what the table has no column for stays as it was.
 * Null where a cell makes no sense.
 */
export function figureIn(
  { cells }: SheetRow,
  { subject, measure, unit, document }: Key,
  was: FigureRow | undefined,
  { known, english }: { readonly known: Known; readonly english: Sheet['english'] },
  complain: Complain,
): FigureRow | null {
  const fromTable = known.documents.get(document) === true;
  const printed = printedIn(cells, was, { fromTable, english }, complain);
  const value =
    printed === null ? null : valueIn(cells.value ?? '', printed, was, { fromTable, english }, complain);
  const page = pageIn(cells.page ?? '', complain);
  const note = optional(cells.note, was?.note, (cell, text) => squashed(cell) === text);
  if (note !== undefined && !known.notes.has(note)) complain('note', oneOf(note, [...known.notes]));
  const quote = optional(cells.quote, was?.quote, isSameText);
  if (printed === null || value === null || page === null) return null;
  const confirm = marked(cells.confirm, was?.confirm, printed);
  const { quote: _, note: __, confirm: ___, ...rest }: Partial<FigureRow> = was ?? {};
  return {
    ...rest,
    ...{ subject, measure, value, unit, page, printed },
    ...(confirm === undefined ? {} : { confirm }),
    ...(quote === undefined ? {} : { quote }),
    ...(note === undefined ? {} : { note }),
  };
}

type Reading = { readonly fromTable: boolean; readonly english: boolean };

function printedIn(
  { printed: cell = '', value = '' }: SheetRow['cells'],
  was: FigureRow | undefined,
  { fromTable, english }: Reading,
  complain: Complain,
) {
  if (was && isSamePrinting(cell, was.printed, fromTable, english)) return was.printed;
  const printed = squashed(cell);
  if (numberIn(printed, fromTable) !== null && unreadable(printed) === null) return printed;
  complain('printed', unprintable(cell, value));
  return null;
}

/** The value says the same as the printed form, or nothing: which of two numbers is right is not for us to say. */
function valueIn(
  cell: string,
  printed: string,
  was: FigureRow | undefined,
  { fromTable, english }: Reading,
  complain: Complain,
): number | null {
  const number = numberIn(printed, fromTable);
  const before = was && decimal(String(was.value));
  if (number === null) return was?.value ?? null;
  const same = (read: typeof number) => compare(read, number) === 0;
  if (squashed(cell) === '' || numbersIn(cell, english).some(same))
    return was && before && same(before) ? was.value : toNumber(number);
  if (
    was &&
    before &&
    was.printed === printed &&
    numbersIn(cell, english).some((read) => compare(read, before) === 0)
  )
    return was.value;
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

/** A text that stays where its column is missing, goes where its cell is empty, and is as it was where it is the same. */
function optional(
  cell: string | undefined,
  was: string | undefined,
  isSame: (cell: string, text: string) => boolean,
): string | undefined {
  if (cell === undefined) return was;
  if (squashed(cell) === '') return undefined;
  return was !== undefined && isSame(cell, was) ? was : squashed(cell);
}

/** An empty cell confirms; anything in it leaves the mark that there is, or makes one. */
function marked(cell: string | undefined, was: string | undefined, printed: string): string | undefined {
  if (cell === undefined) return was;
  return squashed(cell) === '' ? undefined : (was ?? printed);
}
