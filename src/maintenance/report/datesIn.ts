import { dayForms } from '../../check/text/writtenDay.ts';

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
