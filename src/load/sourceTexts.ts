import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { SourceText } from '../check/files.ts';
import { pagesOf } from '../check/source-text.ts';
import type { MissingText } from '../model/condition.ts';
import type { DocumentRecord } from '../model/schema.ts';
import { readBytes } from './readBytes.ts';

/** The documents' texts as they lie in the folder now. */
export type Texts = {
  readonly texts: ReadonlyMap<string, SourceText>;
  readonly missing: readonly MissingText[];
  /** Changes with any byte of any text, and with the cause for which one cannot be read. */
  readonly mark: string;
};

/** Files of the texts that the records name, in a folder or, where there is none, nowhere. */
export function textFiles(documents: readonly DocumentRecord[], sourceDir: string | null): readonly string[] {
  return sourceDir === null
    ? []
    : documents.flatMap(({ text }) => (text ? join(sourceDir, basename(text)) : []));
}

/**
 * Read anew at each check, since a text may be added later. A missing text is not a finding: the dataset is valid
 * without the text, only less thoroughly checked, which whoever checks it says.
 */
export async function sourceTexts(
  documents: readonly DocumentRecord[],
  sourceDir: string | null,
): Promise<Texts> {
  const texts = new Map<string, SourceText>();
  const missing: MissingText[] = [];
  const hash = createHash('sha256');
  for (const { id, title, text: file } of documents) {
    if (file === undefined) continue;
    const bytes = sourceDir === null ? 'ENOENT' : await readBytes(join(sourceDir, basename(file)));
    if (typeof bytes === 'string') {
      hash.update(`${id}\0${bytes}\0`);
      missing.push({ document: id, title, file: basename(file), cause: bytes === 'ENOENT' ? null : bytes });
    } else {
      texts.set(id, pagesOf(new TextDecoder().decode(bytes)));
      hash.update(`${id}\0${bytes.length}\0`).update(bytes);
    }
  }
  return { texts, missing, mark: hash.digest('hex').slice(0, 12) };
}
