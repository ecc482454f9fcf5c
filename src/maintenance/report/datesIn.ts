/** Months by number, as both languages write them. */
const MONTHS = [
  ['gennaio', 'january'],
  ['febbraio', 'february'],
  ['marzo', 'march'],
  ['aprile', 'april'],
  ['maggio', 'may'],
  ['giugno', 'june'],
  ['luglio', 'july'],
  ['agosto', 'august'],
  ['settembre', 'september'],
  ['ottobre', 'october'],
  ['novembre', 'november'],
  ['dicembre', 'december'],
] as const;

/** A text with another day in place of one, in every form in which the text may write that day. Days as `2020-12-31`. */
export function withDay(text: string, from: string, to: string): string {
  const [before, after] = [formsOf(from), formsOf(to)];
  return before.reduce((now, form, at) => {
    const pattern = new RegExp(`(?<!\\d)${form.replace(/[.]/g, '\\.')}(?!\\d)`, 'gi');
    return now.replace(pattern, (found) => sameCase(found, after[at] ?? form));
  }, text);
}

const sameCase = (like: string, text: string) =>
  /\p{Lu}/u.test(like) && /\p{Ll}/u.test(like)
    ? text.replace(/\p{L}/u, (letter) => letter.toUpperCase())
    : text;

function formsOf(day: string): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const names = MONTHS[Number(month) - 1] ?? ['', ''];
  const short = [Number(date), Number(month)] as const;
  return [
    day,
    ...['.', '/'].flatMap((dot) => [
      `${date}${dot}${month}${dot}${year}`,
      `${short[0]}${dot}${short[1]}${dot}${year}`,
    ]),
    ...names.map((name) => `${short[0]} ${name} ${year}`),
  ];
}
