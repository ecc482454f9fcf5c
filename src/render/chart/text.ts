import { ELLIPSIS, withoutMiddle } from '../../cards/charts/shorten.ts';
import { advanceWidths, type Weight } from './fonts.ts';

/** An em is wider than any letter: a character that no file of the font has is drawn as a box. */
const UNKNOWN = 1;

/** How wide resvg draws a text: kerning only ever makes it narrower. */
export function widthOf(text: string, size: number, weight: Weight): number {
  let ems = 0;
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0;
    ems +=
      advanceWidths('latin', weight).get(code) ?? advanceWidths('latin-ext', weight).get(code) ?? UNKNOWN;
  }
  return ems * size;
}

/** Whether the latin file alone draws it. */
export function isLatin(text: string): boolean {
  const latin = advanceWidths('latin', 400);
  return [...text].every((character) => latin.has(character.codePointAt(0) ?? 0));
}

/**
 * Lines of at most `room` each and of about one length. What does not fit `most` lines loses its middle: names of a
 * kind begin alike and differ at the end.
 */
export function wrap(
  text: string,
  room: number,
  size: number,
  weight: Weight,
  most: number,
): readonly string[] {
  const lines = greedy(text, room, size, weight, most);
  if (lines.length < 2 || lines.some((line) => line.includes(ELLIPSIS))) return lines;
  let balanced = lines;
  for (let narrow = room * 0.95; narrow > room / 3; narrow *= 0.95) {
    const next = greedy(text, narrow, size, weight, most);
    if (next.length > lines.length || next.some((line) => line.includes(ELLIPSIS))) break;
    balanced = next;
  }
  return balanced;
}

function greedy(text: string, room: number, size: number, weight: Weight, most: number): readonly string[] {
  const fits = (line: string) => widthOf(line, size, weight) <= room;
  const lines: string[] = [];
  let words = text.split(/[ \t\n]+/).filter((word) => word !== '');
  while (words.length > 0 && lines.length < most) {
    if (lines.length === most - 1 || !fits(words[0] ?? '')) {
      lines.push(shortened(words.join(' '), fits));
      break;
    }
    let count = 1;
    while (count < words.length && fits(words.slice(0, count + 1).join(' '))) count += 1;
    lines.push(words.slice(0, count).join(' '));
    words = words.slice(count);
  }
  return lines;
}

function shortened(text: string, fits: (line: string) => boolean): string {
  if (fits(text)) return text;
  for (let length = [...text].length - 1; length > 0; length -= 1) {
    const line = withoutMiddle(text, length);
    if (fits(line)) return line;
  }
  return ELLIPSIS;
}
