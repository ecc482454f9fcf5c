/** One change of a dataset, as a line of `.history/history.jsonl`. */
export type HistoryEntry = {
  /** Counts the changes of this folder, from 1. */
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  readonly action: 'apply' | 'rollback';
  /** Versions before and after; `from` is null where what lay in the folder could not be loaded. */
  readonly from: string | null;
  readonly to: string;
  /** The files that it changed, added or took away. */
  readonly files: readonly string[];
};
