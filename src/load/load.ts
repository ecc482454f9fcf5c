import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { capped } from '../check/capped.ts';
import { type Draft, mentionedIn } from '../check/drafts.ts';
import type { DataFiles, SourceText } from '../check/files.ts';
import { agreements } from '../check/pairs.ts';
import { pagesOf } from '../check/source-text.ts';
import type { Dataset } from '../model/dataset.ts';
import { type Finding, hasErrors, inOrder } from '../model/finding.ts';
import type { DocumentRecord } from '../model/schema.ts';
import { buildDataset } from './build.ts';
import { checkWithDrafts } from './draftFindings.ts';
import { parsedFiles } from './parsed.ts';
import { type RawDataset, type RawFile, readFolder } from './read.ts';

/**
 * `compared`: the documents whose text was at hand to compare the figures with.
 * `agreements`: the figures of which two documents or more speak, and on which they agree.
 * `drafts`: snapshots with figures still to be confirmed, which are no part of the dataset.
 */
export type Loaded =
  | {
      readonly ok: true;
      readonly dataset: Dataset;
      readonly findings: readonly Finding[];
      readonly compared: readonly string[];
      readonly agreements: number;
      readonly drafts: readonly Draft[];
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads, checks and builds the dataset in a folder. Whatever is wrong with the data is a finding. */
export async function loadDataset(
  dir: string,
  { sourceDir = null }: { readonly sourceDir?: string | null } = {},
): Promise<Loaded> {
  return loadFiles(await readFolder(dir), { sourceDir });
}

/** The same of files that need not lie on disk: what an import would write is checked before it is written. */
export async function loadFiles(
  raw: RawDataset,
  {
    sourceDir = null,
    today = todayIs(),
  }: { readonly sourceDir?: string | null; readonly today?: string } = {},
): Promise<Loaded> {
  const { programme, snapshots, drafts, findings: broken } = parsedFiles(raw);
  if (programme === null || hasErrors(broken)) return { ok: false, findings: broken };
  const texts = await sourceTexts(programme.content.documents, sourceDir);
  const drafted = new Set(drafts.flatMap(({ content }) => mentionedIn(content)));
  const files: DataFiles = { programme, snapshots, drafted, texts, today };
  const findings = capped(inOrder([...broken, ...checkWithDrafts(files, drafts)]));
  if (hasErrors(findings)) return { ok: false, findings };
  const dataset = buildDataset(
    programme.content,
    snapshots.map(({ content }) => content),
    versionOf(raw.files),
  );
  return {
    ok: true,
    dataset,
    findings,
    compared: [...texts.keys()],
    agreements: agreements(files),
    drafts: drafts.map(({ file, date, left }) => ({ file, date, left })),
  };
}

/** In Greenwich: where the day begins earlier, a snapshot of today waits for some hours. */
export const todayIs = (): string => new Date().toISOString().slice(0, 10);

/** Twelve hexadecimal digits that change with any byte of the dataset. */
export function versionOf(files: readonly RawFile[]): string {
  const hash = createHash('sha256');
  for (const { file, bytes } of files) hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 12);
}

/** A missing text is not a finding: the dataset is valid without the text, only less thoroughly checked. */
async function sourceTexts(
  documents: readonly DocumentRecord[],
  sourceDir: string | null,
): Promise<ReadonlyMap<string, SourceText>> {
  const texts = await Promise.all(
    documents.map(async ({ id, text }): Promise<readonly (readonly [string, SourceText])[]> => {
      if (sourceDir === null || text === undefined) return [];
      const content = await readFile(join(sourceDir, basename(text)), 'utf8').catch(() => null);
      return content === null ? [] : [[id, pagesOf(content)]];
    }),
  );
  return new Map(texts.flat());
}
