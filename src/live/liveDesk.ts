import type { Desk } from '../desk.ts';
import type { Loaded } from '../programme/load.ts';
import type { RawDataset } from '../programme/read.ts';
import type { ReloadAttempt, ReloadCause, ReloadStatus } from './status.ts';

/** A desk that follows the files of its folder: replaced whole, by a good dataset only. */
export type LiveDesk = {
  /** Read it once for each question: two calls may give two datasets. */
  readonly desk: () => Desk;
  readonly status: () => ReloadStatus;
  /** Loads the files now, whether they have changed or not. Never rejects. */
  readonly reload: (cause: Exclude<ReloadCause, 'start' | 'files'>) => Promise<ReloadAttempt>;
  /** Checks files that are not the folder's, in the same thread: an upload must not hold up answers. Never rejects. */
  readonly check: (raw: RawDataset) => Promise<Loaded>;
  readonly close: () => Promise<void>;
};
