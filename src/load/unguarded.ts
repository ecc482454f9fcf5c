import type { DataFiles } from '../check/files.ts';
import { type Unguarded, unguarded } from '../check/unguarded/unguarded.ts';
import { hasErrors } from '../model/finding.ts';
import { todayIs } from './load.ts';
import { parsedFiles } from './parsed.ts';
import type { RawDataset } from './read.ts';
import { sourceTexts } from './sourceTexts.ts';

/** The figures of a sound dataset that no rule would find wrong; null where its files are broken. */
export async function unguardedIn(
  raw: RawDataset,
  { sourceDir = null }: { readonly sourceDir?: string | null } = {},
): Promise<Unguarded | null> {
  const { programme, snapshots, findings } = parsedFiles(raw);
  if (programme === null || hasErrors(findings)) return null;
  const { texts } = await sourceTexts(programme.content.documents, sourceDir);
  const files: DataFiles = { programme, snapshots, drafted: new Set(), texts, today: todayIs() };
  return unguarded(files);
}
