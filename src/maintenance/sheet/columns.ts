import { RUNNABLE } from '../../check/runnable.ts';

/** The columns of a table, in their order: what heads each, and what else may. */
export const COLUMNS = {
  subject: ['soggetto', 'subject'],
  name: ['nome', 'name'],
  measure: ['misura', 'measure'],
  label: ['descrizione', 'label'],
  value: ['valore', 'value'],
  unit: ['unità', 'unit'],
  document: ['documento', 'document'],
  page: ['pagina', 'page'],
  printed: ['stampato', 'printed'],
  quote: ['citazione', 'quote'],
  note: ['nota', 'note'],
  confirm: ['da confermare', 'confirm'],
  date: ['data', 'date'],
  textIt: ['testo (it)', 'text (it)'],
  textEn: ['testo (en)', 'text (en)'],
  briefIt: ['breve (it)', 'brief (it)'],
  briefEn: ['breve (en)', 'brief (en)'],
  detail: ['solo fonti', 'sources only'],
  axis: ['asse', 'axis'],
  priority: ['priorità', 'priority'],
  nameEn: ['nome (en)', 'name (en)'],
  aliases: ['alias', 'aliases'],
  // Last, since it is filled in every row: a separator too many then shows.
  kind: ['tipo', 'kind'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type Column = keyof typeof COLUMNS;
export const COLUMN_KEYS = Object.keys(COLUMNS) as readonly Column[];

/** The columns that every table must have; people may delete the others. */
export const NEEDED = ['subject', 'measure', 'unit', 'document', 'page', 'printed'] as const;

/** A text in its composed letters, without characters that nobody sees. */
export const visibleText = (text: string): string => text.normalize('NFC').replace(/\p{Cf}/gu, '');

/** The same with single blanks. */
export const squashed = (text: string): string => visibleText(text).replace(/\s+/g, ' ').trim();

/** What is left of a word whose accents people and programs write in several ways: `unità`, `UNITA'` and `unita?`. */
export const plainWord = (text: string): string =>
  squashed(text)
    .normalize('NFD')
    .replace(/[\p{M}'’‘`´?]/gu, '')
    .toLowerCase();

const runs = (text: string): boolean => RUNNABLE.test(text.replace(/^'+/, ''));

/** A cell that no spreadsheet runs. An apostrophe before it is one of ours, so `unguarded` gives the same text back. */
export const harmless = (text: string): string => (runs(text) ? `'${text}` : text);
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && runs(cell) ? cell.slice(1) : cell;
