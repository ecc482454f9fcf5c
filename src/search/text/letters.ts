import type { Word } from './segment.ts';

/** What the noun of an axis is as a term, in either language. */
export const AXIS_NOUN = 'asse';
export const letterOf = (term: string): string | undefined => /^axis:([a-z])$/.exec(term)?.[1];

/** A letter that is no Roman numeral: "asse i", "asse v" and "asse x" are the first, the fifth and the tenth. */
const LETTER = /^[a-hj-uwyz]$/;
/** In small letters in front of another word these are axes; the others are words ("a", "e", "o") or shorten one ("n"). */
const PLAIN = new Set('b c d f g h'.split(' '));
const VOWEL = /^[aeou]$/;
const AND = /^(?:e|ed|and|o|or|vs)$/;
const PARTING = /[.,;:!?()[\]"“”«»/&+\n–—-]/;
const ELISION = /['’]/;

/** "asse B", "axis b", "l'asse C?": the letter that names an axis behind its noun, not "asse a certificare". */
export function axisLetter(words: readonly Word[], at: number): string | undefined {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || !LETTER.test(word.text) || ELISION.test(next?.gap ?? '')) return undefined;
  if (next === undefined || PARTING.test(next.gap) || PLAIN.has(word.text)) return word.text;
  if (isListed(words, at)) return word.text;
  return word.upper && !(VOWEL.test(word.text) && next.upper && isShouted(words)) ? word.text : undefined;
}

/** "assi a e b": another letter closes the list. */
function isListed(words: readonly Word[], at: number): boolean {
  const [and, letter, after] = [words[at + 1], words[at + 2], words[at + 3]];
  if (!AND.test(and?.text ?? '') || !LETTER.test(letter?.text ?? '')) return false;
  return after === undefined || PARTING.test(after.gap);
}

/** In a text all in capitals "A" may be a preposition: "ASSE A CERTIFICARE". */
function isShouted(words: readonly Word[]): boolean {
  return words.every(({ upper, text }) => upper || !/[a-z]/.test(text));
}
