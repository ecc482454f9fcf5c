import Fuse from 'fuse.js';
import { edits } from '../text/distance.ts';
import { everyday } from '../text/everyday.ts';
import { alike } from './alike.ts';
import { bitsIn, lettersOf } from './letterSet.ts';
import { hasDigit, type Vocabulary } from './vocabulary.ts';

type Near = { readonly id: number; readonly quality: number };

const LOOSE = 0.6;
const LONGEST = 32;
const SHORTEST = 4;

/** The typos accepted in a word of this length. */
function believed(length: number): number {
  if (length < 7) return 1;
  return length < 12 ? 2 : 3;
}

/** Terms that a word may be a typo of, best first. Words with digits are never typos: 6 is not 2. */
export function nearTerms(vocabulary: Vocabulary, word: string, generous = false): readonly Near[] {
  if (hasDigit(word) || word.length > LONGEST) return [];
  if (word.length < SHORTEST) return swapped(vocabulary, word).concat(withLetter(vocabulary, word));
  const limit = believed(word.length) + (generous && word.length > 4 ? 1 : 0);
  const near = ranked(word, within(limit, vocabulary, word)).concat(swapped(vocabulary, word));
  return near.sort((a, b) => b.quality - a.quality);
}

type Close = { readonly id: number; readonly term: string; readonly count: number };

function within(limit: number, vocabulary: Vocabulary, word: string): readonly Close[] {
  const letters = lettersOf(word);
  return alike(vocabulary, word, limit).flatMap((id) => {
    // An edit takes one letter away and adds another one at most.
    if (bitsIn(letters ^ (vocabulary.letters[id] ?? 0)) > 2 * limit) return [];
    const term = vocabulary.terms[id] ?? '';
    const count = edits(word, term, limit);
    return count > limit ? [] : [{ id, term, count }];
  });
}

/** Only the terms that few edits make of the word: fuse.js finds many others alike, and each costs as much as all before it. */
function ranked(word: string, close: readonly Close[]): readonly Near[] {
  if (close.length === 0) return [];
  const fuse = new Fuse(
    close.map(({ term }) => term),
    { threshold: LOOSE, ignoreLocation: true, ignoreFieldNorm: true, includeScore: true, shouldSort: false },
  );
  return fuse.search(word).flatMap(({ refIndex, score = 1 }) => {
    const found = close[refIndex];
    return found ? [{ id: found.id, quality: quality(word, found.term, found.count, score) }] : [];
  });
}

/** A typo in the first letter is rare, and lowers the quality. */
function quality(word: string, term: string, count: number, score: number): number {
  const length = Math.max(word.length, term.length);
  const start = word[0] === term[0] ? 0 : 0.06;
  return Math.max(0.3, 0.97 - (0.9 * count) / length - start - 0.05 * score);
}

/** Short words have too few bigrams: only a swap of two neighbouring letters is accepted. */
function swapped(vocabulary: Vocabulary, word: string): readonly Near[] {
  if (word.length < 3 || word.length > SHORTEST) return [];
  const found: Near[] = [];
  for (let at = 0; at + 1 < word.length; at++) {
    const [left, right] = [word[at] ?? '', word[at + 1] ?? ''];
    const id = vocabulary.ids.get(word.slice(0, at) + right + left + word.slice(at + 2));
    if (id !== undefined && left !== right) found.push({ id, quality: 0.8 });
  }
  return found;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Of the four-letter words of names the ordinary ones ("rete", "casa") are a letter away from too much. */
const ORDINARY = 0.5;

/** "nid" for "nidi", "ifs" for "ifts": three letters of a rare word of four. */
function withLetter(vocabulary: Vocabulary, word: string): readonly Near[] {
  if (word.length !== SHORTEST - 1) return [];
  const found = new Map<number, number>();
  for (let at = 0; at <= word.length; at++)
    for (const letter of LETTERS) {
      const term = word.slice(0, at) + letter + word.slice(at);
      const id = vocabulary.ids.get(term);
      if (id !== undefined && everyday(term) < ORDINARY) found.set(id, 0.7);
    }
  return [...found].map(([id, quality]) => ({ id, quality }));
}
