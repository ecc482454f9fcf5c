import { RUNNABLE } from '../../check/runnable.ts';

/** The columns of a table of figures, in their order: what heads each, and what else may. */
export const COLUMNS = {
  subject: ['soggetto', 'subject'],
  name: ['nome', 'name'],
  measure: ['misura', 'measure'],
  label: ['descrizione', 'label'],
  value: ['valore', 'value'],
  unit: ['unità', 'unita', 'unit'],
  document: ['documento', 'document'],
  page: ['pagina', 'page'],
  printed: ['stampato', 'printed'],
  quote: ['citazione', 'quote'],
  note: ['nota', 'note'],
  confirm: ['da confermare', 'confirm'],
  date: ['data', 'date'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type Column = keyof typeof COLUMNS;
export const COLUMN_KEYS = Object.keys(COLUMNS) as readonly Column[];

/** The columns that every table must have; people may delete the others. */
export const NEEDED = ['subject', 'measure', 'unit', 'document', 'page', 'printed'] as const;

export const squashed = (text: string): string => text.replace(/\s+/g, ' ').trim();

const runs = (text: string): boolean => RUNNABLE.test(text.replace(/^'+/, ''));

/** A cell that no spreadsheet runs. An apostrophe before it is one of ours, so `unguarded` gives the same text back. */
export const harmless = (text: string): string => (runs(text) ? `'${text}` : text);
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && runs(cell) ? cell.slice(1) : cell;
