import type { Word } from './segment.ts';

/** What the noun of an axis is as a term, in either language. */
export const AXIS_NOUN = 'asse';
export const letterOf = (term: string): string | undefined => /^axis:([a-z])$/.exec(term)?.[1];

/** A letter that is no Roman numeral: "asse i", "asse v" and "asse x" are the first, the fifth and the tenth. */
const LETTER = /^[a-hj-uwyz]$/;
/** In small letters in front of another word these are axes; the others are words ("a", "e", "o") or shorten one ("n"). */
const PLAIN = new Set('b c d f g h'.split(' '));
const VOWEL = /^[aeou]$/;
/** What never follows the preposition "a": an "a" in front of one of these is a letter. */
const NOT_AFTER_A = new Set(
  'nel nello nella nell nei negli nelle al allo alla all ai agli alle del dello della dell dei degli delle dal sul sulla in di da per con e ed o ha'.split(
    ' ',
  ),
);
const AND = /^(?:e|ed|and|o|or|vs)$/;
const NOUN = /^(?:l|all|dall|dell|nell|sull)?ass[ei]$|^ax[ei]s$/;
const ARTICLE = /^(?:l|the|con|with|all|dell|sull|nell|dall)$/;
const PARTING = /[.,;:!?()[\]"“”«»/&+\n–—-]/;
const ELISION = /['’]/;

/** "asse B", "axis b", "l'asse C?": the letter that names an axis behind its noun, not "asse a certificare". */
export function axisLetter(words: readonly Word[], at: number): string | undefined {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || !LETTER.test(word.text)) return undefined;
  if (ELISION.test(next?.gap ?? '')) return next?.text === 's' ? word.text : undefined;
  if (next === undefined || PARTING.test(next.gap) || PLAIN.has(word.text)) return word.text;
  if (isListed(words, at) || (word.text === 'a' && NOT_AFTER_A.has(next.text))) return word.text;
  return word.upper && !(VOWEL.test(word.text) && next.upper && isShouted(words)) ? word.text : undefined;
}

/** "assi a e b", where another letter closes the list, and "asse e e l’asse b". */
function isListed(words: readonly Word[], at: number): boolean {
  const [and, letter, after] = [words[at + 1], words[at + 2], words[at + 3]];
  if (!AND.test(and?.text ?? '')) return false;
  if (NOUN.test(letter?.text ?? '') || (ARTICLE.test(letter?.text ?? '') && NOUN.test(after?.text ?? ''))) {
    return true;
  }
  if (!LETTER.test(letter?.text ?? '')) return false;
  return after === undefined || PARTING.test(after.gap);
}

/** In a text all in capitals "A" may be a preposition: "ASSE A CERTIFICARE". */
function isShouted(words: readonly Word[]): boolean {
  return words.every(({ upper, text }) => upper || !/[a-z]/.test(text));
}
