import { type Loaded, loadFiles } from '../load/load.ts';
import type { RawDataset, RawFile } from '../load/read.ts';

/** A dataset that answered here once, as it was kept; whole, or it is none. */
export type KeptDataset = { readonly raw: RawDataset; readonly since: Date };

/** Where datasets that answer are kept, for a start at which the files have errors. */
export type LastGood = {
  /** Keeps the files of a dataset that is about to answer. Never rejects, and settles soon, whether kept or not. */
  readonly keep: (version: string, files: readonly RawFile[]) => Promise<void>;
  /** Those that answered, the last one first. Never throws. */
  readonly all: () => AsyncIterable<KeptDataset>;
};

/** Nothing is kept. */
export const NOTHING_KEPT: LastGood = { keep: async () => undefined, async *all() {} };

type Instead = Extract<Loaded, { readonly ok: true }> & { readonly since: Date };

/**
 * What answers in place of files with errors: the last one kept that this release takes. What is kept was good when it
 * answered, by the texts of that time: where a text is what is wrong now, figures are compared with none.
 */
export async function loadKept({ all }: LastGood, sourceDir: string | null): Promise<Instead | null> {
  for await (const { raw, since } of all()) {
    const compared = await loadFiles(raw, { sourceDir });
    const loaded = compared.ok ? compared : await loadFiles(raw);
    if (loaded.ok) return { ...loaded, since };
  }
  return null;
}
