import { isAxisWord } from './axes.ts';
import { AXIS_NOUN } from './letters.ts';
import { mayBeNotation, notationAt } from './notation.ts';
import { loneNumeral } from './numerals.ts';
import { joinDottedLetters, markCapitals, type Reading, segment, type Word } from './segment.ts';
import { isStop } from './stopwords.ts';

/** A word or a piece of notation; `start` and `end` are offsets in the original text. */
export type Token = {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** A stop word. */
  readonly stop: boolean;
  /** Written as an acronym. */
  readonly acronym: boolean;
  /** Follows the token before without a mark of punctuation. */
  readonly joined: boolean;
};

function token(term: string, first: Word, last: Word): Token {
  const joined = first.gap.length === 1 && !'.,;:!?()\n'.includes(first.gap);
  return {
    term,
    start: first.start,
    end: last.end,
    stop: isStop(term) && !(first.acronym && term.length < 4),
    acronym: first.acronym,
    joined,
  };
}

/** The normalisation of queries and names alike. Never throws. */
export function tokens(text: string): readonly Token[] {
  const words = joinDottedLetters(markCapitals(text, segment(text)));
  const found: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (word === undefined) break;
    if (!mayBeNotation(word.text)) {
      found.push(token(word.text, word, word));
      at += 1;
      continue;
    }
    for (const { term, words: count } of notationAt(words, at) ?? [plain(word)]) {
      const [first, last] = [words[at], words[at + count - 1]];
      if (first !== undefined && last !== undefined) found.push(token(term, first, last));
      at += count;
    }
  }
  return found;
}

/** The noun of an axis without a number, or a number by itself. */
function plain(word: Word): Reading {
  return { term: isAxisWord(word.text) ? AXIS_NOUN : (loneNumeral(word.text) ?? word.text), words: 1 };
}
