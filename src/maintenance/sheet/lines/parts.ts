import type { Locale } from '../../../model/locale.ts';
import { WORDS } from './words.ts';

/** The name of a record by its id. */
export type Name = (id: string) => string;

/** What has become of one thing in a record; nothing where it is as it was. */
export const turned = (label: string, from: unknown, to: unknown): readonly string[] =>
  from === to ? [] : [`${label} ${from ?? '–'} → ${to ?? '–'}`.trim()];

export const quoted = (text: string | undefined) => (text === undefined ? undefined : `«${text}»`);

/** Whether a record is still to be confirmed, where that has changed. */
export function confirmation(was: string | undefined, marked: boolean, locale: Locale): readonly string[] {
  const say = WORDS[locale];
  if (was === undefined) return marked ? [say.unconfirmed] : [];
  return marked ? [] : [say.confirmed];
}
