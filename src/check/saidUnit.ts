import type { Unit } from '../model/measures.ts';
import { placesOfFigure } from './source-text.ts';

/** What stands beside a number says; `other` is an order of magnitude that no figure is written in. */
export type SaidUnit = Exclude<Unit, 'count'> | 'other';

const EURO = '(?:€|euros?(?!\\p{L})|eur(?!\\p{L}))';
const MILLIONS = '(?:mln|mn|mio|milion[ei]|millions?)(?!\\p{L})';
const OTHERS = '(?:mila|migliaia|thousand|mld|mrd|miliardo|miliardi|billions?|bn)(?!\\p{L})';

const AFTER: readonly (readonly [SaidUnit, RegExp])[] = [
  ['percent', /^\s*%/],
  ['MEUR', new RegExp(`^\\s*(?:${EURO}\\s*)?${MILLIONS}|^\\s*m\\s?€|^\\s*meuro?(?!\\p{L})`, 'iu')],
  ['other', new RegExp(`^\\s*(?:${EURO}\\s*)?${OTHERS}|^\\s*(?:k\\s?€|keuro?(?!\\p{L}))`, 'iu')],
  ['EUR', new RegExp(`^\\s*${EURO}`, 'iu')],
];

/** `€ 168.5 M`: the letter alone means millions only where the euro stands before the number. */
const LONE_M = /^\s*m(?!\p{L})/iu;
/** What belongs to the number before it is no word of this one: `236,7 MLN€ 24`. */
const MILLIONS_BEFORE = /(?<!\d\s*)(?<!\p{L})(?:mln|mn|mio|milioni\s+di|m)\s*(?:€|euro)\s*$/iu;
const EURO_BEFORE =
  /(?<!(?:\d|mln|mn|mio|m|k|mila|mld|mrd|milion[ei]|milioni\s+di|miliardi\s+di|millions?)\s*)(?:€|(?<!\p{L})euro)\s*$/iu;

/** The unit that words before and after a number say; null where they say none. */
export function saidUnit(before: string, after: string): SaidUnit | null {
  const said = AFTER.find(([, words]) => words.test(after))?.[0];
  if (said) return said;
  if (MILLIONS_BEFORE.test(before)) return 'MEUR';
  if (!EURO_BEFORE.test(before)) return null;
  return LONE_M.test(after) ? 'MEUR' : 'EUR';
}

const NUMBER = /\d(?:[\d.,]*\d)?/;

/** The unit in a printed form itself: EUR of `184.312.574,33€`. */
export function unitIn(printed: string): SaidUnit | null {
  const number = NUMBER.exec(printed);
  if (!number) return null;
  return saidUnit(printed.slice(0, number.index), printed.slice(number.index + number[0].length));
}

/** The unit that a text says wherever a figure stands in it, null where it says none. */
export function unitsBeside(text: string, printed: string): readonly (SaidUnit | null)[] {
  const number = NUMBER.exec(printed);
  if (!number) return [];
  return placesOfFigure(text, printed).map(({ line, start }) => {
    const from = start + number.index;
    return saidUnit(line.slice(0, from), line.slice(from + number[0].length));
  });
}
