import { cut } from './limits.ts';
import { oneLine } from './markdown.ts';

/** A headline of several figures joins them by this. */
const BETWEEN = ' · ';
/** More lines than this are no headline. */
const MOST_LINES = 6;
/** So many characters of Discord's largest heading stand in one line of a phone of 360 px. */
const IN_LARGEST = 22;
/** The same of its second heading, in at most two lines. */
const IN_SECOND = 56;
/** A longer text is a sentence, which is bold and as large as the rest. */
const IN_THIRD = 110;
const LONGEST = 1500;

/** A headline in Discord's markdown: one figure is the largest thing on the card, several stand under each other. */
export function headingOf(headline: string): string {
  const text = cut(oneLine(headline), LONGEST);
  if (text === '') return '';
  const figures = text.split(BETWEEN);
  const isList = figures.length > 1 && figures.length <= MOST_LINES && text.length > IN_LARGEST;
  const lines = isList ? figures : [text];
  const longest = Math.max(...lines.map(({ length }) => length));
  const mark = lines.length === 1 && longest <= IN_LARGEST ? '#' : markOf(longest);
  return lines.map((line) => (mark === '' ? `**${line}**` : `${mark} ${line}`)).join('\n');
}

function markOf(longest: number): string {
  if (longest <= IN_SECOND) return '##';
  return longest <= IN_THIRD ? '###' : '';
}
