import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { importEu } from '../../../src/maintenance/eu/importEu.ts';
import type { Outcome } from '../../../src/maintenance/form/edit.ts';
import type { SnapshotFile } from '../../../src/model/schema.ts';

export const OPEN_DATA = fileURLToPath(new URL('../../../../shared/opendata', import.meta.url));
export const FINANCE = join(OPEN_DATA, 'esif_finance_implementation_lombardia_fse.csv');
export const ACHIEVEMENTS = join(OPEN_DATA, 'esif_achievements_lombardia_fse.csv');
export const hasOpenData = existsSync(FINANCE) && existsSync(ACHIEVEMENTS);
if (!hasOpenData) console.warn(`${OPEN_DATA} is not there: imports of the real files are skipped`);

export type Cells = Readonly<Record<string, string>>;

const CCI = '2014IT05SFOP007';
const FINANCE_ROW = {
  cci: CCI,
  priority: 'I',
  to_long: 'Promoting employment, and labour mobility',
  total_amount: '358000000.0',
  year: '2023',
  total_eligible_cost: '177966084.16',
  total_eligible_expenditure: '163057413.51',
  reference_date: '2023-06-30',
};
const ACHIEVEMENT_ROW = {
  cci: CCI,
  ind_code: 'CO16',
  indicator_long_name: 'Participants with disabilities',
  priority_code: 'II',
  investment_priority: '9iv',
  target_value: '80.0',
  measurement_unit: 'Number',
  is_division: 'N',
  year: '2023',
  implemented_value: '826',
};

export const financeRow = (cells: Cells = {}): Cells => ({ ...FINANCE_ROW, ...cells });
export const achievementRow = (cells: Cells = {}): Cells => ({ ...ACHIEVEMENT_ROW, ...cells });

/** The five axes at one date, which is as much as a file of the Commission has. */
export const everyAxis = (cells: Cells = {}): readonly Cells[] =>
  ['I', 'II', 'III', 'IV', 'V'].map((priority) => financeRow({ priority, ...cells }));

export const csv = (rows: readonly Cells[]): string => Papa.unparse([...rows], { newline: '\n' });

/** Imports a file of this text into the dataset of a folder. */
export async function importText(dir: string, text: string | Uint8Array, dryRun = false): Promise<Outcome> {
  const file = join(dir, 'import.csv');
  await writeFile(file, text);
  return importFiles(dir, [file], dryRun);
}

export function importFiles(dir: string, files: readonly string[], dryRun = false): Promise<Outcome> {
  return importEu({ files, dryRun, dir, sourceDir: 'nowhere', locale: 'en' });
}

/** Every file of a dataset's snapshots with its text. */
export async function snapshotsOf(dir: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(join(dir, 'snapshots'))).sort();
  const texts = names.map(async (name) => [name, await readFile(join(dir, 'snapshots', name), 'utf8')]);
  return Object.fromEntries(await Promise.all(texts));
}

export async function snapshotAt(dir: string, date: string): Promise<SnapshotFile> {
  return JSON.parse(await readFile(join(dir, 'snapshots', `${date}.json`), 'utf8'));
}
