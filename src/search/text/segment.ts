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
const GAP_KEPT = 3;

/** Without accents and case; compatibility forms (ligatures, full-width letters) become plain ones. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

function isAsciiWordy(code: number): boolean {
  return (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123);
}

/** The folded character when it belongs into a word, '' when it only decorates one, null when it parts words. */
function wordy(character: string): string | null {
  if (ORDINAL_SIGNS.includes(character)) return null;
  if (MARK.test(character)) return '';
  const folded = fold(character);
  return WORDY.test(folded) ? folded : null;
}

/** One pass over the code points: offsets are those of the original text. */
export function segment(text: string): readonly Word[] {
  const words: Word[] = [];
  let [start, plain, end] = [-1, true, 0];
  const close = (at: number) => {
    if (start >= 0)
      words.push(word(text, start, at, plain, text.slice(end, Math.min(start, end + GAP_KEPT))));
    if (start >= 0) end = at;
    start = -1;
    plain = true;
  };
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const length = code > 0xffff ? 2 : 1;
    const folded = code < 128 ? isAsciiWordy(code) : wordy(text.slice(at, at + length));
    if (folded === false || folded === null || (folded === '' && start < 0)) close(at);
    else {
      if (start < 0) start = at;
      if (code >= 128) plain = false;
    }
    at += length;
  }
  close(text.length);
  return words;
}

function word(text: string, start: number, end: number, plain: boolean, gap: string): Word {
  const written = text.slice(start, end);
  const folded = plain ? written.toLowerCase() : fold(written);
  return { text: folded, start, end, gap, upper: UPPER.test(text.charAt(start)), acronym: false };
}

/** "C.I.G.D." is one word: single letters parted by dots. */
export function joinDottedLetters(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  let openRun = false;
  for (const word of words) {
    const single = word.text.length === 1 && word.text >= 'a';
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

const LONGEST_ACRONYM = 6;

/** In a text that is not all capitals, a short word in capitals is an acronym: "ITS" is not "its". */
export function markCapitals(text: string, words: readonly Word[]): readonly Word[] {
  const capitals = words.map(({ start, end }) => CAPITALS.test(text.slice(start, end)));
  if (2 * capitals.filter(Boolean).length > words.length) return words;
  return words.map((word, at) =>
    capitals[at] && word.text.length > 1 && word.text.length <= LONGEST_ACRONYM
      ? { ...word, acronym: true }
      : word,
  );
}
