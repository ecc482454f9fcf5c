import { type Locale, localeOf } from '../../model/locale.ts';

const KEY = 'locale';

/** The language chosen here before, else the browser's: what a person's Discord client would send. */
export function firstLocale(fallback: Locale): Locale {
  return localeOf(remembered() ?? navigator.language, fallback);
}

export function rememberLocale(locale: Locale): Locale {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
  return locale;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
