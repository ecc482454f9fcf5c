import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect } from 'vitest';
import { loadFiles } from '../../../src/load/load.ts';
import { readFolder } from '../../../src/load/read.ts';
import { exportSheet } from '../../../src/maintenance/sheet/exportSheet.ts';
import { importSheet } from '../../../src/maintenance/sheet/importSheet.ts';
import { sheetPlan } from '../../../src/maintenance/sheet/plan.ts';
import type { ProgrammeFile, SnapshotFile } from '../../../src/model/schema.ts';
import { alone } from '../../../src/start/alone.ts';

/** The table of a date, the newest where none is given. */
export async function exported(dir: string, date?: string): Promise<string> {
  const { status, lines } = await exportSheet({ date, out: '-', dir, sourceDir: 'nowhere', locale: 'it' });
  expect(status).toBe(0);
  return `${lines[0]}\r\n`;
}

export type Answer = boolean | null | (() => Promise<boolean>);

/** Imports a table into a folder; every line that a person sees, and the status. */
export async function imported(
  dir: string,
  table: string | Uint8Array,
  agrees: Answer = true,
  date?: string,
) {
  const file = join(dir, 'table.csv');
  await writeFile(file, table);
  const seen: string[] = [];
  const ask = typeof agrees === 'function' ? agrees : agrees === null ? null : async () => agrees;
  const { status, lines } = await importSheet({
    file,
    date,
    dir,
    sourceDir: 'nowhere',
    locale: 'en',
    print: (lines) => seen.push(...lines),
    agrees: ask,
    alone: (write) => alone(dir, 'en', write),
  });
  return { status, lines: [...seen, ...lines].map((line) => line.replaceAll(`${dir}/`, '')) };
}

export const NOTHING = { status: 0, lines: ['Nothing to write: the table says what is there already.'] };

export const SAME = { ignored: [], change: null };

/** What a table would change, as a person is told it; its problems where it makes no sense. */
export function changesOf(given: Parameters<typeof sheetPlan>[0]) {
  const plan = sheetPlan(given);
  return 'change' in plan ? (plan.change?.lines.en ?? SAME) : plan;
}

/** What a plan is made from, read once. */
export async function opened(dir: string) {
  const raw = await readFolder(dir);
  const loaded = await loadFiles(raw);
  if (!loaded.ok) throw new Error('the dataset is broken');
  return { raw, programme: loaded.dataset.programme, date: undefined };
}

/** A table as rows of cells, header first, and back. */
export const cellsOf = (text: string) =>
  Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ';', skipEmptyLines: true }).data;
export const tableOf = (rows: readonly (readonly string[])[], delimiter = ';', newline = '\r\n') =>
  Papa.unparse(rows as string[][], { delimiter, newline });

export const at = (rows: readonly (readonly string[])[], head: string) => (rows[0] ?? []).indexOf(head);

/** The row of a figure of the slides. */
export function rowOf(rows: string[][], subject: string, measure: string): string[] {
  const found = rows.find((row) => row[0] === subject && row[2] === measure && row[6]?.startsWith('slides'));
  if (!found) throw new Error(`no ${measure} of ${subject}`);
  return found;
}

/** The columns that every table has had from the first one on, and the rows of figures: what an older table is. */
export const older = (rows: readonly (readonly string[])[]): string[][] => {
  const kind = at(rows, 'tipo');
  return rows.filter((row, index) => index === 0 || row[kind] === 'cifra').map((row) => row.slice(0, 13));
};

/** Changes cells of the first row that fits. */
export function edit(
  rows: string[][],
  fits: (cell: (head: string) => string) => boolean,
  cells: Readonly<Record<string, string>>,
): string[] {
  const row = rows.slice(1).find((each) => fits((head) => each[at(rows, head)] ?? ''));
  if (!row) throw new Error('no such row');
  for (const [head, cell] of Object.entries(cells)) row[at(rows, head)] = cell;
  return row;
}

/** A row of a table by the heads of its cells. */
export const rowWith = (rows: readonly string[][], cells: Readonly<Record<string, string>>): string[] =>
  (rows[0] ?? []).map((head) => cells[head] ?? '');

/** The number of a row as a spreadsheet has it. */
export const numberOf = (rows: readonly string[][], row: string[]): number => rows.indexOf(row) + 1;

export async function snapshotIn(dir: string, date: string): Promise<SnapshotFile> {
  return JSON.parse(await readFile(join(dir, `snapshots/${date}.json`), 'utf8'));
}

export async function programmeIn(dir: string): Promise<ProgrammeFile> {
  return JSON.parse(await readFile(join(dir, 'programme.json'), 'utf8'));
}
