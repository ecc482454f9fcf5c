import type { Bilingual } from '../../model/schema.ts';
import { type Column, squashed } from './columns.ts';
import { isSavedFrom, type SingleByte } from './encodings.ts';
import { lostNote } from './kinds/words.ts';
import type { SheetRow } from './rows.ts';

export type Cells = SheetRow['cells'];
export type Complain = (column: Column, message: Bilingual) => void;

/** What a snapshot can refer to, and how its table writes numbers and letters. */
export type Known = {
  readonly subjects: ReadonlySet<string>;
  /** Documents, and whether they are tables, which write numbers plainly. */
  readonly documents: ReadonlyMap<string, boolean>;
  readonly notes: ReadonlySet<string>;
  /** Notes that were there and that the table takes away. */
  readonly lost: ReadonlySet<string>;
  readonly english: boolean;
  /** What the letters of the table have been through; Windows' own where it does not say. */
  readonly encoding: SingleByte;
};

/** The id in a cell: spreadsheets begin a text with a capital by themselves. */
export function idIn(cell: string | undefined, ids: { readonly has: (id: string) => boolean }): string {
  const id = squashed(cell ?? '');
  return !ids.has(id) && ids.has(id.toLowerCase()) ? id.toLowerCase() : id;
}

/** The number of a page without what a spreadsheet puts into it: `6` of `6,00`, `1234` of `1.234`. */
export function pageText(cell: string | undefined): string {
  const whole = squashed(cell ?? '').replace(/[.,]0{1,2}$/, '');
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(whole) ? whole.replace(/[.,]/g, '') : whole;
}

export function pageIn(cell: string, complain: Complain): number | null {
  const page = pageText(cell);
  if (/^[1-9]\d{0,8}$/.test(page)) return Number(page);
  complain('page', {
    it: `"${page}" non è il numero di una pagina, come 6.`,
    en: `"${page}" is not the number of a page, such as 6.`,
  });
  return null;
}

/**
 * A text that stays where its column is missing, and goes where its cell is empty. It is as it was where a spreadsheet
 * has only changed its blanks, or put another letter for each that its encoding lacks.
 */
export function optional(
  cell: string | undefined,
  was: string | undefined,
  encoding: SingleByte,
): string | undefined {
  if (cell === undefined) return was;
  const [now, before] = [squashed(cell), squashed(was ?? '')];
  if (now === '') return undefined;
  return now === before || isSavedFrom(now, before, encoding) ? was : now;
}

/** An empty cell confirms; anything in it leaves the mark that there is, or makes one that repeats `text`. */
export function marked(
  cell: string | undefined,
  was: string | undefined,
  text: string,
): { readonly confirm?: string } {
  const mark = cell === undefined ? was : squashed(cell) === '' ? undefined : (was ?? text);
  return mark === undefined ? {} : { confirm: mark };
}

export function complainOfNote(note: string, { notes, lost }: Known, complain: Complain): void {
  if (!notes.has(note)) complain('note', lost.has(note) ? lostNote(note) : oneOf(note, [...notes]));
}

export const oneOf = (cell: string | undefined, allowed: readonly string[]): Bilingual => ({
  it: `"${squashed(cell ?? '')}" qui non esiste: scrivere uno di ${allowed.join(', ')}.`,
  en: `"${squashed(cell ?? '')}" does not exist here: write one of ${allowed.join(', ')}.`,
});

export const undescribed = (document: string, described: readonly string[]): Bilingual => ({
  it: `"${document}" non è un documento di programme.json: descriverlo lì, o scrivere uno di ${described.join(', ')}.`,
  en: `"${document}" is not a document of programme.json: describe it there, or write one of ${described.join(', ')}.`,
});

export const unknownSubject = (subject: string): Bilingual => ({
  it: `"${subject}" non è in programme.json: scrivere un suo id, o aggiungere prima il record.`,
  en: `"${subject}" is not in programme.json: write an id of it, or add the record first.`,
});
