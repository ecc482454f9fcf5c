import type { Unit } from '../model/measures.ts';
import { placesOfFigure } from './source-text.ts';

/** The unit that the words beside a number name; `other` is an order of magnitude in which no figure is written. */
export type UnitWord = Exclude<Unit, 'count'> | 'other';

const EURO = '(?:€|euros?(?!\\p{L})|eur(?!\\p{L}))';
const MILLIONS = '(?:mln|mn|mio|milion[ei]|millions?)(?!\\p{L})';
const OTHERS = '(?:mila|migliaia|thousand|mld|mrd|miliardo|miliardi|billions?|bn)(?!\\p{L})';

const AFTER: readonly (readonly [UnitWord, RegExp])[] = [
  ['percent', /^\s*%/],
  ['MEUR', new RegExp(`^\\s*(?:${EURO}\\s*)?${MILLIONS}|^\\s*m\\s?€|^\\s*meuro?(?!\\p{L})`, 'iu')],
  ['other', new RegExp(`^\\s*(?:${EURO}\\s*)?${OTHERS}|^\\s*(?:k\\s?€|keuro?(?!\\p{L}))`, 'iu')],
  ['EUR', new RegExp(`^\\s*${EURO}`, 'iu')],
];

/** A word or a sign that says what a number counts, and nothing of what it is about: `Mln`, `migliaia`, `€`. */
const UNIT_WORD = new RegExp(`^(?:%|\\$|m|k|k?euro?|meuro?|${EURO}|${MILLIONS}|${OTHERS})$`, 'iu');
export const isUnitWord = (word: string): boolean => UNIT_WORD.test(word);

/** `€ 168.5 M`: the letter alone means millions only where the euro stands before the number. */
const LONE_M = /^\s*m(?!\p{L})/iu;
/** A word that belongs to the number before says nothing about this number: `236,7 MLN€ 24`. */
const MILLIONS_BEFORE = /(?<!\d\s*)(?<!\p{L})(?:mln|mn|mio|milioni\s+di|m)\s*(?:€|euro)\s*$/iu;
const EURO_BEFORE =
  /(?<!(?:\d|mln|mn|mio|m|k|mila|mld|mrd|milion[ei]|milioni\s+di|miliardi\s+di|millions?)\s*)(?:€|(?<!\p{L})euro)\s*$/iu;

/** The unit that the words before and after a number name; null where they name none. */
export function unitAround(before: string, after: string): UnitWord | null {
  const unit = AFTER.find(([, words]) => words.test(after))?.[0];
  if (unit) return unit;
  if (MILLIONS_BEFORE.test(before)) return 'MEUR';
  if (!EURO_BEFORE.test(before)) return null;
  return LONE_M.test(after) ? 'MEUR' : 'EUR';
}

const NUMBER = /\d(?:[\d.,]*\d)?/;

/** The unit in a printed form itself: EUR of `184.312.574,33€`. */
export function unitIn(printed: string): UnitWord | null {
  const number = NUMBER.exec(printed);
  if (!number) return null;
  return unitAround(printed.slice(0, number.index), printed.slice(number.index + number[0].length));
}

/** The unit beside each place where a figure stands in a text; null where the text names none. */
export function unitsBeside(text: string, printed: string): readonly (UnitWord | null)[] {
  const number = NUMBER.exec(printed);
  if (!number) return [];
  return placesOfFigure(text, printed).map(({ line, start }) => {
    const from = start + number.index;
    return unitAround(line.slice(0, from), line.slice(from + number[0].length));
  });
}
