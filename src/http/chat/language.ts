import { type Locale, localeOf } from '../../model/locale.ts';

const KEY = 'locale';

/** The language chosen here before, else the browser's: what a person's Discord client would send. */
export function firstLocale(fallback: Locale): Locale {
  return localeOf(storage()?.getItem(KEY) ?? navigator.language, fallback);
}

export function rememberLocale(locale: Locale): void {
  storage()?.setItem(KEY, locale);
}

/** A browser that keeps nothing still shows the page. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
