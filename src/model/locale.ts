export const LOCALES = ['it', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export type Localised<T> = Readonly<Record<Locale, T>>;

/** Discord's `it` is Italian, every other language English, no language at all the fallback. */
export function localeOf(tag: string | null | undefined, fallback: Locale): Locale {
  if (!tag) return fallback;
  return tag.toLowerCase().startsWith('it') ? 'it' : 'en';
}
