import type { Locale } from './locale.ts';

/**
 * What a person asks, whatever the surface: a command's base name and its options.
 * Values are strings on every surface; several things of a kind are ids joined by commas.
 */
export type Request = {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  readonly locale: Locale;
  /** The request before this one in a conversation, where one was: "all of them together" is of both. */
  readonly after?: Omit<Request, 'after'>;
};
