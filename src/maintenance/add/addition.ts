import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';

/** What answers add to the dataset. */
export type Addition = {
  readonly programme: ProgrammeFile;
  /** Where a snapshot changes with it. */
  readonly snapshot?: SnapshotFile;
  /** The records that are new, or the part of a record that is, as they are to stand in the files. */
  readonly shown: readonly unknown[];
  /** A file to be put beside the documents' texts; `name` is a file name there. */
  readonly copy?: { readonly from: string; readonly name: string };
};
