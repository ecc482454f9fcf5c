export const LOCALES = ['it', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export type Localised<T> = Readonly<Record<Locale, T>>;

/** Italian for Discord's `it`, English for every other language, the fallback locale without a language. */
export function localeOf(tag: string | null | undefined, fallback: Locale): Locale {
  if (!tag) return fallback;
  return tag.toLowerCase().startsWith('it') ? 'it' : 'en';
}
