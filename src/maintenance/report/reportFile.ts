import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Bilingual } from '../../model/schema.ts';
import { type DocumentText, documentText, LARGEST_DOCUMENT } from './documentText.ts';

/** The text of a report in a file. */
export async function reportIn(file: string): Promise<DocumentText> {
  const size = await stat(file).then(
    (stats) => (stats.isFile() ? stats.size : null),
    () => null,
  );
  if (size === null) return { ok: false, why: UNREADABLE };
  if (size > LARGEST_DOCUMENT) return { ok: false, why: TOO_LARGE };
  return documentText(await readFile(file));
}

/** The plain text that a document's record names; null where it is not at hand. */
export async function textAt(sourceDir: string, text: string | undefined): Promise<string | null> {
  return text === undefined ? null : readFile(join(sourceDir, basename(text)), 'utf8').catch(() => null);
}

/** Keeps the text by which the check compares the figures from then on. */
export async function keepText(sourceDir: string, name: string, text: string): Promise<void> {
  await mkdir(sourceDir, { recursive: true });
  await writeFileAtomic(join(sourceDir, name), text);
}

const UNREADABLE: Bilingual = { it: 'Il file non si può leggere.', en: 'The file cannot be read.' };
const TOO_LARGE: Bilingual = { it: 'Il file supera 100 MB.', en: 'The file is larger than 100 MB.' };
