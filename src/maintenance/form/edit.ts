import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type Loaded, loadFiles } from '../../load/load.ts';
import { type RawDataset, type RawFile, readFolder } from '../../load/read.ts';
import { report, uncomparedLines } from '../../load/report.ts';
import type { Locale } from '../../model/locale.ts';
import type { Bilingual } from '../../model/schema.ts';
import { changed, isDataFile } from '../store/change.ts';
import { putTogether } from '../store/commit.ts';
import { heldOn } from '../store/lock.ts';

/** What a program prints, and with which status it ends: 2 for a wrong call, 1 for what cannot be done. */
export type Outcome = { readonly status: 0 | 1 | 2; readonly lines: readonly string[] };
export const refused = (...lines: readonly string[]): Outcome => ({ status: 1, lines });

export const UNWRITTEN: Bilingual = { it: 'Non è stato scritto nulla.', en: 'Nothing was written.' };

export function unwritten(locale: Locale, ...why: readonly string[]): Outcome {
  return refused(...why, UNWRITTEN[locale]);
}

/** Where the dataset is that a maintainer edits, and in which language. */
export type Place = { readonly dir: string; readonly sourceDir: string; readonly locale: Locale };

/** A file as it is to become. */
export type Text = { readonly file: string; readonly text: string };

/** The files of a dataset that may be edited, or the errors that come first. */
type Checked =
  | { readonly ok: true; readonly raw: RawDataset; readonly loaded: Extract<Loaded, { ok: true }> }
  | { readonly ok: false; readonly why: string };

/** What a text contradicts may be edited: the edit is there to correct it. */
export async function opened(place: Place): Promise<Checked> {
  const raw = await readFolder(place.dir);
  const compared = await checked(raw, place);
  return compared.ok ? compared : checked(raw, place, null);
}

/** The figures are compared with the documents' texts, unless `texts` is null. */
export async function checked(
  raw: RawDataset,
  { dir, sourceDir, locale }: Place,
  texts: string | null = sourceDir,
): Promise<Checked> {
  const loaded = await loadFiles(raw, { sourceDir: texts });
  if (loaded.ok) return { ok: true, raw, loaded };
  const findings = loaded.findings.filter(({ severity }) => severity === 'error');
  return { ok: false, why: report({ ok: false, findings }, locale, { folder: dir, sourceDir }) };
}

export const snapshotFile = (date: string): string => `snapshots/${date}.json`;

export function fileIn({ files }: RawDataset, file: string): RawFile | undefined {
  return files.find((raw) => raw.file === file);
}

/** What the figures of an edit were not compared with, for the output of whatever makes the edit. */
export function unseen(
  { loaded }: Pick<Extract<Checked, { ok: true }>, 'loaded'>,
  { sourceDir, locale }: Place,
) {
  return uncomparedLines(loaded.uncompared, locale, sourceDir);
}

/** The files of a dataset as they would be once these texts are written. */
export function overlaid(raw: RawDataset, texts: readonly Text[]): RawDataset {
  return changed(raw, { files: texts.map(({ file, text }) => ({ file, bytes: Buffer.from(text) })) });
}

/**
 * Writes all of these or none. Several files of a dataset on which the caller holds the lock go through the journal of its
 * store, so that not even the end of the process leaves some of them without the others.
 */
export async function write(dir: string, texts: readonly Text[]): Promise<void> {
  const held = heldOn(dir);
  const ofDataset = texts.filter(({ file }) => isDataFile(file));
  if (held === null || ofDataset.length < 2) return writeEach(dir, texts);
  await putTogether(
    dir,
    held,
    ofDataset.map(({ file, text }) => ({ file, bytes: Buffer.from(text) })),
  );
  await writeEach(
    dir,
    texts.filter((text) => !ofDataset.includes(text)),
  );
}

/** One after the other; puts back those that were written before one could not be. */
async function writeEach(dir: string, texts: readonly Text[]): Promise<void> {
  const done: { readonly path: string; readonly before: Uint8Array | null }[] = [];
  try {
    for (const { file, text } of texts) {
      const path = join(dir, file);
      const before = await readFile(path).catch(() => null);
      await writeFileAtomic(path, text);
      done.push({ path, before });
    }
  } catch (error) {
    for (const { path, before } of done.reverse()) {
      await (before === null ? rm(path) : writeFileAtomic(path, Buffer.from(before)));
    }
    throw error;
  }
}
