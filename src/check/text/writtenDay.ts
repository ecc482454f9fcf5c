import { lazy } from '../../model/lazy.ts';
import { LOCALES } from '../../model/locale.ts';

/** By their first letters, in Italian and English. */
const MONTHS = 'gen|jan feb mar apr mag|may giu|jun lug|jul ago|aug set|sep ott|oct nov dic|dec'.split(' ');
const NUMBERS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/;
const NAMED = /^(\d{1,2})[\s./-]+(\p{L}{3,9})\.?[\s./-]+(\d{4}|\d{2})$/u;
const YEAR_FIRST = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/;
/** Days since the end of 1899, as spreadsheets count them: 1982 to 2064. */
const SERIAL = /^(?:[3-5]\d{4})$/;
const MIDNIGHT = /(?<![T\s])[T\s]+0?0[:.]00(?:[:.]00)?$/;

/**
 * The day that people and spreadsheets write as `31/12/2020`, `31/12/20`, `31-dic-20` or `44196`, in the form
 * 2020-12-31; the day need not be in the calendar. Null for a text that is not a date.
 */
export function dayIn(text: string): string | null {
  const plain = text.trim().replace(MIDNIGHT, '');
  if (SERIAL.test(plain)) return new Date(Date.UTC(1899, 11, 30 + Number(plain))).toISOString().slice(0, 10);
  const [, first, second, last] = NUMBERS.exec(plain) ?? [];
  if (first && second && last) {
    return Number(second) > 12 && Number(first) <= 12 ? iso(last, first, second) : iso(last, second, first);
  }
  const [, year, month, date] = YEAR_FIRST.exec(plain) ?? [];
  if (year && month && date) return iso(year, month, date);
  const [, day, name, of] = NAMED.exec(plain) ?? [];
  const at = MONTHS.findIndex((names) => name && names.split('|').includes(name.slice(0, 3).toLowerCase()));
  return day && of && at >= 0 ? iso(of, String(at + 1), day) : null;
}

/** Nothing here is older than this century. */
function iso(year: string, month: string, day: string): string {
  return [year.length === 2 ? `20${year}` : year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/**
 * In full and short, in each language; made once: a format costs a hundred times what it then formats, and
 * holds some 60 KB outside the heap.
 */
const monthNames = lazy(() =>
  LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).map((month) => {
      const { format } = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, at) => format(Date.UTC(2000, at)));
    }),
  ),
);

/** The ways in which people write a day in either language, always in this order. */
export function dayForms(iso: string): readonly string[] {
  const [year = '', month = '', day = ''] = iso.split('-');
  const [d, m] = [String(Number(day)), String(Number(month))];
  const numeric = ['.', '/', '-'].flatMap((mark) => [
    [day, month, year].join(mark),
    [d, m, year].join(mark),
    [day, month, year.slice(2)].join(mark),
  ]);
  const worded = monthNames()
    .map((names) => names[Number(month) - 1] ?? month)
    .flatMap((name) => [
      `${d} ${name} ${year}`,
      `${d}° ${name} ${year}`,
      `${name} ${d}, ${year}`,
      `${d} ${name} ${year.slice(2)}`,
    ]);
  return [iso, ...numeric, ...worded];
}

/** Finds a day in a text, in whichever form and as a whole: 31.12.2023 does not say 31.12.20. */
export function writtenDay(iso: string): RegExp {
  const forms = dayForms(iso).map((form) => form.replaceAll('.', '\\.'));
  return new RegExp(`(?<!\\d)(?:${forms.join('|')})(?!\\d)`, 'iu');
}

/** A text with another day in place of one, in whichever form the text writes it. Days as `2020-12-31`. */
export function withDay(text: string, from: string, to: string): string {
  const after = dayForms(to);
  return dayForms(from).reduce((now, form, at) => {
    const pattern = new RegExp(`(?<![\\d.])${form.replace(/[.]/g, '\\.')}(?!\\d)`, 'giu');
    return now.replace(pattern, (found) => sameCase(found, after[at] ?? form));
  }, text);
}

const sameCase = (like: string, text: string) =>
  /\p{Lu}/u.test(like) && /\p{Ll}/u.test(like)
    ? text.replace(/\p{L}/u, (letter) => letter.toUpperCase())
    : text;
