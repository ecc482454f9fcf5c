import { AXIS_OPENERS, axisThenNumber, numberThenAxis } from './axes.ts';
import { digits, NUMERAL_WORDS, roman, romanOf } from './numerals.ts';
import type { Reading, Word } from './segment.ts';

const PRIORITY_WORDS = new Set('pi ip priorita priority'.split(' '));
const PRIORITY_FILLERS = new Set('d di investimento investment'.split(' '));
const PRIORITY_CODE = /^(\d{1,2})([ivx]*)$/;
const LAST_PRIORITY = 12;
/** Since 2021 priorities are lettered: "4.h". */
const LETTER = /^[a-z]$/;

/** "PI 9.iv", "9.IV", "9iv", "9 iv", "priorità d'investimento 9.4", "4.h"; "PI 9" is all of them. */
function priority(words: readonly Word[], at: number): readonly Reading[] | null {
  const glued = /^pi\d/.test(words[at]?.text ?? '');
  const named = glued || PRIORITY_WORDS.has(words[at]?.text ?? '');
  let next = named && !glued ? at + 1 : at;
  while (named && PRIORITY_FILLERS.has(words[next]?.text ?? '')) next += 1;
  const text = words[next]?.text ?? '';
  const [, number = '', suffix = ''] = PRIORITY_CODE.exec(glued ? text.slice(2) : text) ?? [];
  if (number === '' || Number(number) < 1 || Number(number) > LAST_PRIORITY) return null;
  const reading = (part: string | undefined, words: number) => [
    { term: part === undefined ? `pi:${Number(number)}` : `pi:${Number(number)}.${part}`, words },
  ];
  if (suffix !== '') return roman(suffix) === undefined ? null : reading(suffix, next - at + 1);
  const follows = prioritySuffix(words[next + 1], named);
  if (follows !== undefined) return reading(follows, next - at + 2);
  return named ? reading(undefined, next - at + 1) : null;
}

function prioritySuffix(word: Word | undefined, named: boolean): string | undefined {
  if (word === undefined) return undefined;
  const dotted = word.gap === '.' || word.gap === '. ';
  const value = roman(word.text);
  if (value !== undefined && value <= 10) {
    const plain = word.text.length > 1 && (word.text !== 'vi' || word.upper);
    return dotted || (word.gap === ' ' && (named ? word.text !== 'i' || word.upper : plain))
      ? word.text
      : undefined;
  }
  if (LETTER.test(word.text) && (word.gap === '.' || (named && dotted))) return word.text;
  const arabic = named && dotted ? digits(word.text) : undefined;
  return arabic === undefined ? undefined : romanOf(arabic);
}

const FULL_YEAR = /^(?:19|20)\d\d$/;
const SHORT_YEAR = /^(?:1[4-9]|2\d)$/;
const LONGEST_PERIOD = 7;

function yearOf(text: string): number | undefined {
  if (FULL_YEAR.test(text)) return Number(text);
  return SHORT_YEAR.test(text) ? 2000 + Number(text) : undefined;
}

/** "2020/21", "20-21", "2020 2021" are `2020/2021`; "'20" is `2020`. */
function years(words: readonly Word[], at: number): readonly Reading[] | null {
  const [word, next] = [words[at], words[at + 1]];
  const first = yearOf(word?.text ?? '');
  if (word === undefined || first === undefined) return null;
  const second = yearOf(next?.text ?? '');
  const parted = /^ ?[/\-–—] ?$/.test(next?.gap ?? '') || (next?.gap === ' ' && word.text.length === 4);
  if (second !== undefined && parted && second > first && second - first <= LONGEST_PERIOD)
    return [{ term: `${first}/${second}`, words: 2 }];
  return /['’]$/.test(word.gap) && word.text.length === 2 ? [{ term: String(first), words: 1 }] : null;
}

type Rule = (words: readonly Word[], at: number) => readonly Reading[] | null;
const RULES: readonly Rule[] = [axisThenNumber, numberThenAxis, priority, years];

const OPENERS = new Set([...AXIS_OPENERS, ...PRIORITY_WORDS, ...NUMERAL_WORDS]);
const OPENING = /^(?:\d|asse|pi\d)/;

/** Whether it may be a number, a noun that one belongs to, or both in one: hardly any word of a name is. */
export const mayBeNotation = (word: string): boolean => OPENERS.has(word) || OPENING.test(word);

/** The notation that starts at this word, if any does. */
export function notationAt(words: readonly Word[], at: number): readonly Reading[] | null {
  for (const rule of RULES) {
    const readings = rule(words, at);
    if (readings !== null) return readings;
  }
  return null;
}
