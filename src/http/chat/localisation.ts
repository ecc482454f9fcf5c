import type { Locale } from '../../model/locale.ts';
import type { Localisations } from './discord.ts';

export function discordTag(locale: Locale): string {
  return locale === 'it' ? 'it' : 'en-US';
}

/** As Discord shows a name: in the person's language where there is one, else the base. */
export function localised(base: string, localisations: Localisations | undefined, locale: Locale): string {
  return localisations?.[discordTag(locale)] ?? base;
}
