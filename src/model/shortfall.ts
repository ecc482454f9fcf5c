/**
 * Why a question, or a part of it, found no answer: words were left out of it (`set-aside`) or kept it from being read
 * (`unread`); a name is not known, or is that of several things; a measure, a date or a number is not there or cannot be
 * read; the sources are known not to say it (`absent`), or nothing was published (`no-figure`); it asks about nothing here.
 */
export const SHORTFALLS = [
  'set-aside',
  'unread',
  'unknown',
  'choose',
  'unknown-measure',
  'unknown-date',
  'unreadable',
  'absent',
  'no-figure',
  'off-topic',
  'too-long',
] as const;

export type Shortfall = {
  readonly why: (typeof SHORTFALLS)[number];
  /** The words that it is about, as the person wrote them; none where it is about the whole question. */
  readonly words: readonly string[];
};
