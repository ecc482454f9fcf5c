import type { Finding } from './finding.ts';

/** The state of a running bot's dataset: when it was loaded, and how the last reload went. */
export type Condition = {
  readonly now: Date;
  /** Since when this dataset answers. */
  readonly loadedAt: Date;
  /** The last attempt to load the files; after a `bad` one the dataset before it still answers. */
  readonly last: {
    readonly at: Date;
    readonly outcome: 'good' | 'bad' | 'unchanged';
    readonly findings: readonly Finding[];
    /** Of a `bad` one: since when the files have been refused. */
    readonly refused?: { readonly since: Date };
  };
  /** Drafts, and how many items of each are still to be confirmed. */
  readonly drafts: readonly { readonly date: string; readonly left: number }[];
};
