import Fuse from 'fuse.js';
import { edits } from '../text/distance.ts';
import { everyday } from '../text/everyday.ts';
import { bigrams, hasDigit, listOf, type Vocabulary } from './vocabulary.ts';

type Near = { readonly id: number; readonly quality: number };

/** The most terms passed to fuse.js: those that share most bigrams with the word. */
const SHORTLIST = 120;
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
  const ids = shortlist(vocabulary, word, limit);
  const fuse = new Fuse(
    ids.map((id) => vocabulary.terms[id] ?? ''),
    { threshold: LOOSE, ignoreLocation: true, ignoreFieldNorm: true, includeScore: true, shouldSort: false },
  );
  const near = fuse.search(word).flatMap(({ item, refIndex, score = 1 }) => {
    const count = edits(word, item, limit);
    return count > limit ? [] : [{ id: ids[refIndex] ?? 0, quality: quality(word, item, count, score) }];
  });
  return near.concat(swapped(vocabulary, word)).sort((a, b) => b.quality - a.quality);
}

/** A typo in the first letter is rare, and lowers the quality. */
function quality(word: string, term: string, count: number, score: number): number {
  const length = Math.max(word.length, term.length);
  const start = word[0] === term[0] ? 0 : 0.06;
  return Math.max(0.3, 0.97 - (0.9 * count) / length - start - 0.05 * score);
}

function shortlist(vocabulary: Vocabulary, word: string, limit: number): readonly number[] {
  const grams = bigrams(word);
  const shared = new Uint8Array(vocabulary.terms.length);
  for (const gram of grams)
    for (const id of listOf(vocabulary.byBigram, gram)) shared[id] = (shared[id] ?? 0) + 1;
  const least = Math.max(1, grams.size - 1 - 2 * limit);
  const alike: [number, number][] = [];
  for (let id = 0; id < shared.length; id++) {
    const count = shared[id] ?? 0;
    if (count < least) continue;
    const length = vocabulary.terms[id]?.length ?? 0;
    if (Math.abs(length - word.length) > limit) continue;
    alike.push([id, (2 * count) / (grams.size + length + 1)]);
  }
  alike.sort((a, b) => b[1] - a[1]);
  return alike.slice(0, SHORTLIST).map(([id]) => id);
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
