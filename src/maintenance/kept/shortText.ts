import { withoutPersons } from './withoutPersons.ts';

/** More than the longest question that is answered, and than any title. */
export const LONGEST_TEXT = 600;

/** On one line, without what a terminal would obey. */
export function shortText(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Surrogate}]/gu, ' ').trim();
  if (plain.length <= LONGEST_TEXT) return plain;
  return `${plain.slice(0, LONGEST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The options of a request with none of them too long. */
export function shortOptions(options: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, shortText(value)]));
}

/** The same for a text that something was taken out of: what was read as an amount may be that number. */
export function safeOptions(options: Readonly<Record<string, string>>): Record<string, string> {
  const safe = Object.entries(options)
    .filter(([, value]) => !/\d{5}/.test(value.replace(/[.,]/g, '')))
    .map(([name, value]) => [name, withoutPersons(value)] as const);
  return shortOptions(Object.fromEntries(safe));
}
