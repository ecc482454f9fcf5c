/** A run of letters and digits, folded; `gap` is what stands between it and the word before. */
export type Word = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly gap: string;
  readonly upper: boolean;
  /** Written as an acronym: with a dot after every letter, or in capitals where other words are not. */
  readonly acronym: boolean;
};

/** Notation in its normal form; `words` is the count of words that it spans. */
export type Reading = { readonly term: string; readonly words: number };

const MARKS = /\p{M}/gu;
const MARK = /^\p{M}$/u;
const WORDY = /^[\p{L}\p{N}]+$/u;
const UPPER = /^\p{Lu}$/u;
const ORDINAL_SIGNS = 'ºª°';
const CAPITALS = /^\p{Lu}+$/u;
const BEYOND_ASCII = /[\u0080-\uffff]/;
const GAP_KEPT = 3;

/** Without accents and case; compatibility forms (ligatures, full-width letters) become plain ones. */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

function isAsciiWordy(code: number): boolean {
  return (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123);
}

/** Code units of the character here, if it belongs into a word, or decorates the one that is open; 0 if it parts words. */
function wordyUnits(text: string, at: number, open: boolean): number {
  const code = text.codePointAt(at) ?? 0;
  if (code < 128) return isAsciiWordy(code) ? 1 : 0;
  const units = code > 0xffff ? 2 : 1;
  const character = text.slice(at, at + units);
  if (ORDINAL_SIGNS.includes(character)) return 0;
  const belongs = MARK.test(character) ? open : WORDY.test(fold(character));
  return belongs ? units : 0;
}

/** One pass over the code points: offsets are those of the original text. */
export function segment(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  for (let start = 0; start < text.length; start += 1) {
    let at = start + wordyUnits(text, start, false);
    if (at === start) continue;
    for (let units = 1; units > 0; at += units) units = wordyUnits(text, at, true);
    words.push(word(text, start, at, text.slice(end, Math.min(start, end + GAP_KEPT))));
    end = at;
    start = at;
  }
  return words;
}

function word(text: string, start: number, end: number, gap: string): Word {
  return { text: fold(text.slice(start, end)), start, end, gap, upper: isUpper(text, start), acronym: false };
}

const isUpperAscii = (code: number): boolean => code > 64 && code < 91;

function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? isUpperAscii(code) : UPPER.test(text.charAt(at));
}

/** "C.I.G.D." is one word: single letters parted by dots. */
export function joinDottedLetters(words: readonly Word[]): readonly Word[] {
  if (!words.some((word) => word.gap === '.' && isLetter(word))) return words;
  const joined: Word[] = [];
  let openRun = false;
  for (const word of words) {
    const single = isLetter(word);
    const last = joined.at(-1);
    if (last !== undefined && openRun && single && word.gap === '.') {
      joined[joined.length - 1] = { ...last, text: last.text + word.text, end: word.end, acronym: true };
    } else {
      joined.push(word);
      openRun = single;
    }
  }
  return joined;
}

const isLetter = ({ text }: Word): boolean => text.length === 1 && text >= 'a';

const LONGEST_ACRONYM = 6;

/** In a text that is not all capitals, a short word in capitals is an acronym: "ITS" is not "its". */
export function markCapitals(text: string, words: readonly Word[]): readonly Word[] {
  let count = 0;
  for (const word of words) if (isInCapitals(text, word)) count += 1;
  if (count === 0 || 2 * count > words.length) return words;
  return words.map((word) =>
    word.text.length > 1 && word.text.length <= LONGEST_ACRONYM && isInCapitals(text, word)
      ? { ...word, acronym: true }
      : word,
  );
}

function isInCapitals(text: string, { start, end }: Word): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) return CAPITALS.test(text.slice(start, end));
    if (!isUpperAscii(code)) return false;
  }
  return true;
}
