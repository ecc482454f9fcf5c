import { withoutMiddle } from './shorten.ts';
import type { ChartSpec, Datum, Head } from './spec.ts';
import { chartWords } from './words.ts';

/** Discord's limit for the alt text of a file. */
const LONGEST_ALT = 1024;
/** A name is shortened to one of these, the first with which everything is said. */
const LABELS = [200, 60, 40, 28] as const;

/** What is said of a thing: "Asse I: 236,7 Mln €". */
export type Line = { readonly label: string; readonly text: string };

/**
 * Title, every label with its text, then the highest and the lowest of `ranked`; names give way before texts do, and
 * what finds no room at all is counted. `last` is said at the end, whatever else gives way.
 */
export function altOf(
  kind: ChartSpec['kind'],
  { title, locale }: Head,
  lines: readonly Line[],
  ranked: readonly (Line & Datum)[] = [],
  last = '',
): string {
  const words = chartWords[locale];
  const head = `${words.kinds[kind]}. ${title}. `;
  for (const most of LABELS) {
    const text = `${head}${body(lines, most)}.${extremes(ranked, most, words)}${last}`;
    if (text.length <= LONGEST_ALT) return text;
  }
  const start = head.slice(0, LONGEST_ALT / 3);
  const tail = `${extremes(ranked, LABELS[3], words)}${last}`;
  for (let count = lines.length - 1; count > 0; count -= 1) {
    const shown = body(lines.slice(0, count), LABELS[3]);
    const text = `${start}${shown}; ${words.more(lines.length - count)}.${tail}`;
    if (text.length <= LONGEST_ALT) return text;
  }
  return `${start}${tail}`.slice(0, LONGEST_ALT);
}

function body(lines: readonly Line[], most: number): string {
  return lines.map(({ label, text }) => `${withoutMiddle(label, most)}: ${text}`).join('; ');
}

function extremes(ranked: readonly (Line & Datum)[], most: number, words: (typeof chartWords)['it']): string {
  const sorted = ranked.toSorted((a, b) => b.value - a.value);
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  if (!highest || !lowest || sorted.length < 3 || highest.value === lowest.value) return '';
  const name = ({ label }: Line) => withoutMiddle(label, most);
  return ` ${words.highest(name(highest), highest.text)} ${words.lowest(name(lowest), lowest.text)}`;
}
