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
