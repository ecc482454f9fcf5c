import { type Loaded, loadFiles } from '../load/load.ts';
import type { RawDataset, RawFile } from '../load/read.ts';

/** A dataset that answered here once, as it was kept; whole, or it is none. */
export type KeptDataset = { readonly raw: RawDataset; readonly since: Date };

/** Where datasets that answer are kept, for a start at which the files have errors. */
export type LastGood = {
  /** Keeps the files of a dataset that is about to answer. Never rejects, and settles soon, whether kept or not. */
  readonly keep: (version: string, files: readonly RawFile[]) => Promise<void>;
  /** The last one that answered; null where none is kept. Never rejects. */
  readonly find: () => Promise<KeptDataset | null>;
};

/** Nothing is kept. */
export const NOTHING_KEPT: LastGood = { keep: async () => undefined, find: async () => null };

type Instead = Extract<Loaded, { readonly ok: true }> & { readonly since: Date };

/**
 * What answers in place of files with errors. What is kept was good when it answered, by the texts of that time: where
 * a text is what is wrong now, figures are compared with none. Null also where a newer release refuses the dataset.
 */
export async function loadKept({ find }: LastGood, sourceDir: string | null): Promise<Instead | null> {
  const kept = await find();
  if (!kept) return null;
  const compared = await loadFiles(kept.raw, { sourceDir });
  const loaded = compared.ok ? compared : await loadFiles(kept.raw);
  return loaded.ok ? { ...loaded, since: kept.since } : null;
}
