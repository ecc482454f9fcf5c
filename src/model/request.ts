import type { Locale } from './locale.ts';

/**
 * What a person asks, whatever the surface: a command's base name and its options.
 * Values are strings on every surface; several things of a kind are ids joined by commas.
 */
export type Request = {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  readonly locale: Locale;
  /** The previous request of the conversation: "all of them together" is about both. */
  readonly after?: Omit<Request, 'after'>;
  /** The others on the same card: "source?" is about all of them. */
  readonly beside?: readonly Pick<Request, 'command' | 'options'>[];
};
