import { axisLetter } from './letters.ts';
import { cardinal, digits, numeral, ordinal, roman } from './numerals.ts';
import type { Reading, Word } from './segment.ts';

const GLUED_AXES = 'l all dall dell nell sull'
  .split(' ')
  .flatMap((article) => [`${article}asse`, `${article}assi`]);
const AXIS_WORDS = new Set([...'asse assi axis axes'.split(' '), ...GLUED_AXES]);
const AXIS_SHORT = new Set(['as', 'ax']);
/** Typos of one key, accepted only before a number. Existing words ("fase 2", "tasse") are not here. */
const AXIS_SLIPS = new Set(
  'ass ase ases sase asee assse aasse assee sse asxe asis axs axsi aixs axiss xais'.split(' '),
);
const AXIS_FILLERS = new Set('priority prioritario prioritari numero number num nr n no'.split(' '));
const AND = new Set(['e', 'ed', 'and', 'o', 'or', 'vs']);
export const isAxisWord = (text: string): boolean => AXIS_WORDS.has(text);
/** The words that an axis is written with, besides numbers and "asse2". */
export const AXIS_OPENERS: readonly string[] = [...AXIS_WORDS, ...AXIS_SHORT, ...AXIS_SLIPS];

const axis = (value: number | string, words: number): Reading => ({ term: `axis:${value}`, words });

/** "2, 3 e IV" or "B e C" after "assi": the rest of an enumeration. */
function moreAxes(words: readonly Word[], from: number, lettered = false): readonly Reading[] {
  const more: Reading[] = [];
  for (let at = from; at < words.length; ) {
    const linked = AND.has(words[at]?.text ?? '') ? 1 : 0;
    const next = words[at + linked];
    const value = lettered ? axisLetter(words, at + linked) : listedNumber(next?.text);
    const comma = /[,/&+]/.test(words[at]?.gap ?? '') || next?.gap === '-';
    if (value === undefined || !(linked || comma)) break;
    more.push(axis(value, linked + 1));
    at += linked + 1;
  }
  return more;
}

/** Never the article "i". */
function listedNumber(text: string | undefined): number | undefined {
  const value = text === undefined || text === 'i' ? undefined : (roman(text) ?? cardinal(text));
  return value !== undefined && value <= 20 ? value : undefined;
}

export function axisThenNumber(words: readonly Word[], at: number): readonly Reading[] | null {
  const text = words[at]?.text ?? '';
  const glued = text.startsWith('asse') && text.length > 4 ? numeral(text.slice(4)) : undefined;
  if (glued !== undefined) return [axis(glued, 1)];
  const short = AXIS_SHORT.has(text);
  if (!short && !isAxisWord(text) && !AXIS_SLIPS.has(text)) return null;
  const filler = !short && AXIS_FILLERS.has(words[at + 1]?.text ?? '') ? 1 : 0;
  const number = words[at + 1 + filler];
  if (number === undefined || isPer(number)) return null;
  const value = short
    ? (roman(number.text) ?? digits(number.text))
    : (numeral(number.text) ?? noDay(number.text));
  if (value !== undefined) return [axis(value, 2 + filler), ...moreAxes(words, at + 2 + filler)];
  const letter = isAxisWord(text) ? axisLetter(words, at + 1 + filler) : undefined;
  if (letter === undefined) return null;
  return [axis(letter, 2 + filler), ...moreAxes(words, at + 2 + filler, true)];
}

/** "Assi x soldi": the "per" of a chat, where a numeral is written X. */
function isPer({ text, upper }: Word): boolean {
  return text === 'x' && !upper;
}

/** "Asse 0", "asse 42": numbers that name no axis, and that no date begins with. */
function noDay(text: string): number | undefined {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return value === 0 || value > 31 ? value : undefined;
}

function ordinalAt(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  if (word.text === 'i' && !word.upper) return undefined;
  const noun = words[at + 1];
  const one = noun?.text === 'asse' || noun?.text === 'axis';
  const signed = one || /[ºª°^]/.test(noun?.gap ?? '') ? digits(word.text) : undefined;
  return signed ?? ordinal(word.text) ?? roman(word.text);
}

export function numberThenAxis(words: readonly Word[], at: number): readonly Reading[] | null {
  const first = ordinalAt(words, at);
  if (first === undefined) return null;
  if (AXIS_FILLERS.has(words[at + 1]?.text ?? '') && isAxisWord(words[at + 2]?.text ?? ''))
    return [axis(first, 3)];
  const isNoun = (index: number) =>
    isAxisWord(words[index]?.text ?? '') && axisThenNumber(words, index) === null;
  if (isNoun(at + 1)) return [axis(first, 2)];
  if (!AND.has(words[at + 1]?.text ?? '')) return null;
  const article = ['il', 'the'].includes(words[at + 2]?.text ?? '') ? 1 : 0;
  const second = ordinalAt(words, at + 2 + article);
  if (second === undefined || !isNoun(at + 3 + article)) return null;
  return [axis(first, 1), axis(second, 3 + article)];
}
