/** Numbers as people write them in front of or after a noun: 2, II, due, secondo, 2°, 2nd. */
const CARDINALS: readonly (readonly string[])[] = [
  ['due', 'two'],
  ['tre', 'three'],
  ['quattro', 'four'],
  ['cinque', 'five'],
  ['sei', 'six'],
  ['sette', 'seven'],
  ['otto', 'eight'],
  ['nove', 'nine'],
  ['dieci', 'ten'],
];

const ORDINALS: readonly (readonly string[])[] = [
  ['primo', 'prima', 'first'],
  ['secondo', 'seconda', 'second'],
  ['terzo', 'terza', 'third'],
  ['quarto', 'quarta', 'fourth'],
  ['quinto', 'quinta', 'fifth'],
  ['sesto', 'sesta', 'sixth'],
  ['settimo', 'settima', 'seventh'],
  ['ottavo', 'ottava', 'eighth'],
  ['nono', 'nona', 'ninth'],
  ['decimo', 'decima', 'tenth'],
];

const ROMANS = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

const CARDINAL = new Map(CARDINALS.flatMap((words, at) => words.map((word) => [word, at + 2] as const)));
const ORDINAL = new Map(ORDINALS.flatMap((words, at) => words.map((word) => [word, at + 1] as const)));
const ROMAN = new Map(ROMANS.map((word, at) => [word, at + 1] as const));
const ORDINAL_DIGITS = /^(\d{1,2})(?:o|a|st|nd|rd|th|esimo|esima|mo|do|to)$/;
/** Every word that is a number or may be one. */
export const NUMERAL_WORDS: readonly string[] = [...CARDINAL.keys(), ...ORDINAL.keys(), ...ROMANS];
const SMALL_DIGITS = /^[1-9]\d?$/;

export const roman = (text: string): number | undefined => ROMAN.get(text);
export const romanOf = (value: number): string | undefined => ROMANS[value - 1];

export function ordinal(text: string): number | undefined {
  const digits = ORDINAL_DIGITS.exec(text)?.[1];
  return digits === undefined ? ORDINAL.get(text) : Number(digits);
}

export function cardinal(text: string): number | undefined {
  if (SMALL_DIGITS.test(text)) return Number(text);
  return text === 'uno' || text === 'one' ? 1 : CARDINAL.get(text);
}

/** Any numeral up to 20, for where a noun before it says that a number follows. */
export function numeral(text: string): number | undefined {
  const value = roman(text) ?? cardinal(text) ?? ordinal(text);
  return value !== undefined && value <= 20 ? value : undefined;
}

/** A numeral standing alone, as a term: articles and pronouns that look like one are left to the stop words. */
export function loneNumeral(text: string): string | undefined {
  if (text === 'i' || text === 'uno' || text === 'one') return undefined;
  const value = roman(text) ?? CARDINAL.get(text) ?? ordinal(text);
  return value === undefined ? undefined : String(value);
}

/** A number only where it is written in digits. */
export function digits(text: string): number | undefined {
  return /^\d/.test(text) ? cardinal(text) : undefined;
}
