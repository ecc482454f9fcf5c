import type { Loaded } from '../load/load.ts';
import type { Finding } from '../model/finding.ts';

/** What loading says of a good dataset beside the dataset: its warnings, what it was compared with. */
export type LoadReport = Omit<Extract<Loaded, { readonly ok: true }>, 'ok' | 'dataset'>;

/** `good`: another dataset answers now; `bad`: the last good one goes on; `unchanged`: the files are good and the same. */
export type ReloadOutcome = 'good' | 'bad' | 'unchanged';

/** `files`: they changed; `signal`: SIGHUP; `asked`: a person or a program wanted it. */
export type ReloadCause = 'start' | 'files' | 'signal' | 'asked';

export type ReloadAttempt = {
  readonly at: Date;
  readonly cause: ReloadCause;
  readonly outcome: ReloadOutcome;
  /** Milliseconds from the first look at the files to the outcome. */
  readonly ms: number;
  /** Errors where the outcome is `bad`, otherwise warnings. */
  readonly findings: readonly Finding[];
};

/** Which dataset answers, and how the last try at a newer one went. */
export type ReloadStatus = {
  /** Twelve hexadecimal digits. */
  readonly version: string;
  /** Since when it answers. */
  readonly loadedAt: Date;
  readonly report: LoadReport;
  readonly last: ReloadAttempt;
  /** How many attempts ended so since the start, the start included. */
  readonly attempts: Readonly<Record<ReloadOutcome, number>>;
};
