import type { Finding } from './finding.ts';
import type { Bilingual } from './schema.ts';

/** A document's text with which its figures should be compared, and which is not at hand. */
export type MissingText = {
  readonly document: string;
  readonly title: Bilingual;
  /** The name of the file. */
  readonly file: string;
  /** The system's code where the file is there and cannot be read; null where it is not there. */
  readonly cause: string | null;
};

/** How a process of the bot is reached. */
export type Way = 'gateway' | 'http' | 'chat';

/** One of the processes of a bot that know of each other, and the dataset that answers there. */
export type RunningProcess = {
  /** A few letters and digits, which its log has too. */
  readonly id: string;
  readonly way: Way;
  readonly version: string;
  /** Since when that version answers. */
  readonly since: Date;
  /** Since it was heard of last; null for the process that answers. */
  readonly seconds: number | null;
};

/** The state of a running bot's dataset: when it was loaded, and how the last reload went. */
export type Condition = {
  readonly now: Date;
  /** Since when this dataset answers. */
  readonly loadedAt: Date;
  /** Only where the files had errors at the start and a kept dataset answers: since when it was the last good one. */
  readonly keptSince?: Date;
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
  /** The texts that the figures were not compared with. */
  readonly uncompared?: readonly MissingText[];
  /** The system's code where the files cannot be changed from here. */
  readonly readOnly?: string | null;
  /** Whether questions without an answer are kept for the maintainers. */
  readonly logsQuestions?: boolean;
  /** All of them, the one that answers first; none where the process knows of itself only. */
  readonly processes?: readonly RunningProcess[];
};
