import { capped } from '../check/capped.ts';
import { type Draft, mentionedIn } from '../check/drafts.ts';
import type { DataFiles } from '../check/files.ts';
import { agreements } from '../check/pairs.ts';
import type { MissingText } from '../model/condition.ts';
import type { Dataset } from '../model/dataset.ts';
import { type Finding, hasErrors, inOrder } from '../model/finding.ts';
import { buildDataset } from './build.ts';
import { checkWithDrafts } from './draftFindings.ts';
import { parsedFiles } from './parsed.ts';
import { type RawDataset, readFolder } from './read.ts';
import { sourceTexts } from './sourceTexts.ts';
import { versionOf } from './version.ts';

/**
 * `compared`: the documents whose text was at hand to compare the figures with; `uncompared`: the texts that were not.
 * `texts` changes with any byte of the texts.
 * `agreements`: the figures of which two documents or more speak, and on which they agree.
 * `drafts`: snapshots with figures still to be confirmed, which are no part of the dataset.
 */
export type Loaded =
  | {
      readonly ok: true;
      readonly dataset: Dataset;
      readonly findings: readonly Finding[];
      readonly compared: readonly string[];
      readonly uncompared: readonly MissingText[];
      readonly texts: string;
      readonly agreements: number;
      readonly drafts: readonly Draft[];
    }
  | {
      readonly ok: false;
      readonly findings: readonly Finding[];
      /** Absent where the check did not come so far. */
      readonly uncompared?: readonly MissingText[];
    };

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
  const { texts, missing, mark } = await sourceTexts(programme.content.documents, sourceDir);
  const drafted = new Set(drafts.flatMap(({ content }) => mentionedIn(content)));
  const files: DataFiles = { programme, snapshots, drafted, texts, today };
  const findings = capped(inOrder([...broken, ...checkWithDrafts(files, drafts)]));
  if (hasErrors(findings)) return { ok: false, findings, uncompared: missing };
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
    uncompared: missing,
    texts: mark,
    agreements: agreements(files),
    drafts: drafts.map(({ file, date, left }) => ({ file, date, left })),
  };
}

/** In Greenwich: where the day begins earlier, a snapshot of today waits for some hours. */
export const todayIs = (): string => new Date().toISOString().slice(0, 10);
