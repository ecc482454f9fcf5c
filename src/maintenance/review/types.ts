import type { Locale } from '../../model/locale.ts';
import type { Bilingual } from '../../model/schema.ts';

/** A stretch of a page's text. */
export type Stretch = { readonly start: number; readonly end: number };

/**
 * `proposed`: found in the new report. `not-found`: still what the date before says. `left-out`: the new report does not
 * say it, and neither does the draft.
 */
export type State = 'proposed' | 'not-found' | 'confirmed' | 'left-out';

export type Told = {
  readonly severity: 'error' | 'warning';
  readonly message: Bilingual;
  readonly advice: Bilingual;
};

export type Item = {
  /** Names the item in decisions; the same after every change. */
  readonly key: string;
  readonly kind: 'document' | 'figure' | 'remark' | 'note';
  readonly document: string | null;
  readonly page: number | null;
  readonly state: State;
  /** What it is about, and what of it is measured. */
  readonly name: Bilingual;
  readonly measure: Bilingual | null;
  /** What the date before printed, or said in a remark or a note. */
  readonly before: Bilingual | null;
  /** What the draft says now. */
  readonly now: Bilingual;
  readonly quote: string | null;
  /** A note in a few words. */
  readonly brief: Bilingual | null;
  /** Where it stands on its page. */
  readonly place: Stretch | null;
  readonly findings: readonly Told[];
};

export type ReviewPage = {
  readonly document: string;
  readonly number: number;
  readonly text: string;
  /** Numbers that no figure claims. */
  readonly unclaimed: readonly Stretch[];
};

/** A draft beside the document that it is made from. */
export type Review = {
  readonly date: string;
  /** The date that the draft was begun from. */
  readonly from: string;
  readonly title: Bilingual;
  readonly pages: readonly ReviewPage[];
  /** In the order of the document's pages; notes come last, and the document itself at the end. */
  readonly items: readonly Item[];
  /** How many items wait for a decision, the document itself apart. */
  readonly left: number;
  /** What is wrong beside the items. */
  readonly findings: readonly Told[];
  /** Whether nothing waits and no error stands: the date can be published. */
  readonly ready: boolean;
};

/** What a page says where a change was not made. */
export type Unmade = { readonly ok: false; readonly why: Record<Locale, string> };
