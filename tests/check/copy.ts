import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Loaded, loadDataset } from '../../src/load/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { FigureRow, ProgrammeFile, SnapshotFile } from '../../src/model/schema.ts';

export const DATA = fileURLToPath(new URL('../../data', import.meta.url));
export const SOURCE =
  process.env.SOURCE_DIR ?? fileURLToPath(new URL('../../../shared/source', import.meta.url));
export const SOURCE_TEXT = join(SOURCE, 'por-fse-lombardia-2020-12-31.txt');
export const hasSource = existsSync(SOURCE_TEXT);
if (!hasSource) console.warn(`${SOURCE_TEXT} is not there: comparisons with the source text are skipped`);

export const SNAPSHOT = 'snapshots/2020-12-31.json';
export const PROGRAMME = 'programme.json';

/** The two files of a dataset as plain data that a test may spoil. */
export type Files = { programme: Writable<ProgrammeFile>; snapshot: Writable<SnapshotFile> };
type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

/** The real dataset in another folder. The history is of the folder in which a bot ran, not of the dataset. */
export async function copyData(to: string): Promise<void> {
  await cp(DATA, to, { recursive: true, filter: (from) => basename(from) !== '.history' });
}

/** Runs `use` on a copy of the real dataset in a temporary folder. */
export async function withCopy<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'dataset-'));
  try {
    await copyData(dir);
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

export async function readFiles(dir: string): Promise<Files> {
  const [programme, snapshot] = await Promise.all(
    [PROGRAMME, SNAPSHOT].map(async (file) => JSON.parse(await readFile(join(dir, file), 'utf8'))),
  );
  return { programme, snapshot };
}

export async function writeJson(dir: string, file: string, content: unknown): Promise<void> {
  await writeFile(join(dir, file), JSON.stringify(content, null, 2));
}

/** Loads the real dataset after `spoil` changed its records. */
export function loadSpoilt(spoil: (files: Files) => void, sourceDir: string | null = null): Promise<Loaded> {
  return withCopy(async (dir) => {
    const files = await readFiles(dir);
    spoil(files);
    await writeJson(dir, PROGRAMME, files.programme);
    await writeJson(dir, SNAPSHOT, files.snapshot);
    return loadDataset(dir, { sourceDir });
  });
}

/** Loads the real dataset after `spoil` changed the text of one file. */
export function loadRewritten(file: string, spoil: (text: string) => string | Uint8Array): Promise<Loaded> {
  return withCopy(async (dir) => {
    const path = join(dir, file);
    await writeFile(path, spoil(await readFile(path, 'utf8')));
    return loadDataset(dir);
  });
}

export function figure(
  { snapshot }: Files,
  subject: string,
  measure: string,
  unit?: string,
): Writable<FigureRow> {
  const row = snapshot.sources
    .flatMap(({ figures }) => figures)
    .find((f) => f.subject === subject && f.measure === measure && (unit === undefined || f.unit === unit));
  if (!row) throw new Error(`no ${measure} of ${subject}`);
  return row;
}

export function byId<T extends { id: string }>(records: readonly T[], id: string): T {
  const record = records.find((other) => other.id === id);
  if (!record) throw new Error(`no ${id}`);
  return record;
}

/** `file path rule`, the part of a finding that says where and what. */
export function places(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ severity, file, path, rule }) => `${severity} ${file} ${path} ${rule}`);
}
