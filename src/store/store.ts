import type { Finding } from '../programme/finding.ts';
import type { Loaded } from '../programme/load.ts';
import type { RawDataset, RawFile } from '../programme/read.ts';
import type { HistoryEntry } from './history.ts';

/** Who changes the dataset, when, and why: recorded as it is, so never a secret. */
export type Signature = { readonly by: string; readonly at: Date; readonly why?: string };

/** Files of a dataset that replace or join those of the folder, named as there: `snapshots/2020-12-31.json`. */
export type FileChange = {
  readonly files: readonly RawFile[];
  /** Names of files to take away. */
  readonly remove?: readonly string[];
};

/** A dataset that can be gone back to. */
export type StoredVersion = {
  /** Twelve hexadecimal digits, as `Dataset.version`. */
  readonly version: string;
  /** When it was put in place last. */
  readonly at: Date;
  readonly by: string;
  readonly why: string | null;
  /** The reporting dates that it has snapshots of, oldest first. */
  readonly dates: readonly string[];
  /** Whether it is what lies in the folder now. */
  readonly current: boolean;
};

export type Refusal =
  /** The dataset that would result has errors. */
  | { readonly ok: false; readonly reason: 'invalid'; readonly findings: readonly Finding[] }
  /** The folder holds another dataset than the one that the change was made for. */
  | { readonly ok: false; readonly reason: 'outdated'; readonly version: string }
  /** Nothing would change. */
  | { readonly ok: false; readonly reason: 'unchanged'; readonly version: string }
  | { readonly ok: false; readonly reason: 'unknown-version' }
  /** Somebody else is changing the dataset. */
  | { readonly ok: false; readonly reason: 'busy' }
  /** The folder cannot be written: read-only, no permission, no space. `code` is the system's, such as EROFS. */
  | { readonly ok: false; readonly reason: 'unwritable'; readonly code: string };

export type Applied = { readonly ok: true; readonly entry: HistoryEntry } | Refusal;

/** Changes a dataset's folder: all of a change or nothing, one at a time, each recorded and to be undone. */
export type Store = {
  /** The folder's files with the change made to them, read and checked; nothing is written. */
  readonly preview: (change: FileChange) => Promise<{ readonly raw: RawDataset; readonly loaded: Loaded }>;
  /** `base`: the version that the change was made for; where given, another one refuses it as outdated. */
  readonly apply: (change: FileChange, signature: Signature, base?: string) => Promise<Applied>;
  readonly rollback: (version: string, signature: Signature) => Promise<Applied>;
  /** The last one put in place first. */
  readonly versions: () => Promise<readonly StoredVersion[]>;
  /** The last entry first. */
  readonly history: () => Promise<readonly HistoryEntry[]>;
  /** Keeps files that wait for a person's yes; gives the key by which `staged` finds them, on any process. */
  readonly stage: (change: FileChange) => Promise<{ readonly ok: true; readonly key: string } | Refusal>;
  /** Null where they were never kept, or too long ago. */
  readonly staged: (key: string) => Promise<FileChange | null>;
};
