import type { Finding } from './finding.ts';

/** How the dataset came to answer, beside the dataset itself: what a running bot knows of its files. */
export type Condition = {
  readonly now: Date;
  /** Since when this dataset answers. */
  readonly loadedAt: Date;
  /** The last attempt to load the files; where it is `bad`, they are not what answers. */
  readonly last: {
    readonly at: Date;
    readonly outcome: 'good' | 'bad' | 'unchanged';
    readonly findings: readonly Finding[];
  };
  /** Snapshots that are not answered from yet, and how much of each is still to be confirmed. */
  readonly drafts: readonly { readonly date: string; readonly left: number }[];
};
