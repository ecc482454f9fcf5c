import { stem } from '../text/stem.ts';
import { type Grouped, grouped } from './grouped.ts';
import { lettersOf } from './letterSet.ts';

/** All distinct terms in alphabetical order: a term's id is its place, so a prefix is a range of ids. */
export type Vocabulary = {
  readonly terms: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  readonly byStem: Lists;
  readonly byBigram: Lists;
  readonly byYear: Lists;
  readonly lengths: Uint8Array;
  /** By term, as `lettersOf` gives them. */
  readonly letters: Uint32Array;
  readonly tally: Tally;
};

/** Working memory for counting terms: all 0 but while they are counted. */
export type Tally = { readonly counts: Uint8Array; readonly counted: Uint32Array };

/** Lists of term ids by key. */
export type Lists = Grouped & { readonly keys: ReadonlyMap<string, number> };

const NONE = new Uint32Array(0);

export function listOf(lists: Lists, key: string): Uint32Array {
  const at = lists.keys.get(key);
  return at === undefined ? NONE : lists.items.subarray(lists.starts[at], lists.starts[at + 1]);
}

function listsBy(terms: readonly string[], keysOf: (term: string) => readonly string[]): Lists {
  const keys = new Map<string, number>();
  const numberOf = (key: string): number => {
    const number = keys.get(key) ?? keys.size;
    if (number === keys.size) keys.set(key, number);
    return number;
  };
  const numbered = terms.map((term) => keysOf(term).map(numberOf));
  const lists = grouped(keys.size, (visit) => {
    for (const [id, numbers] of numbered.entries()) for (const number of numbers) visit(number, id);
  });
  return { keys, ...lists };
}

export const isNotation = (term: string): boolean => term.includes(':');
export const hasDigit = (term: string): boolean => /\d/.test(term);

/** Each once. */
export function bigrams(term: string): readonly string[] {
  const grams: string[] = [];
  const padded = `^${term}$`;
  for (let at = 0; at + 1 < padded.length; at++) {
    const gram = padded.slice(at, at + 2);
    if (!grams.includes(gram)) grams.push(gram);
  }
  return grams;
}

/** What a byte holds; whatever is longer is no typo of anything. */
const MOST_COUNTED = 255;
const PERIOD = /^(\d{4})\/(\d{4})$/;

function yearsOf(term: string): readonly string[] {
  return PERIOD.exec(term)?.slice(1, 3) ?? [];
}

/** `sorted` are distinct terms in code unit order. */
export function vocabularyOf(sorted: readonly string[]): Vocabulary {
  const wordy = (term: string) => term.length > 2 && !hasDigit(term);
  return {
    terms: sorted,
    ids: new Map(sorted.map((term, id) => [term, id])),
    byStem: listsBy(sorted, (term) => (wordy(term) ? [stem(term)] : [])),
    byBigram: listsBy(sorted, (term) => (wordy(term) ? bigrams(term) : [])),
    byYear: listsBy(sorted, yearsOf),
    lengths: Uint8Array.from(sorted, ({ length }) => Math.min(length, MOST_COUNTED)),
    letters: Uint32Array.from(sorted, lettersOf),
    tally: { counts: new Uint8Array(sorted.length), counted: new Uint32Array(sorted.length) },
  };
}

/** Ids of the terms that begin with `prefix`, as a half-open range. */
export function prefixRange(vocabulary: Vocabulary, prefix: string): readonly [number, number] {
  const last = `${prefix}\uffff`;
  return [lowerBound(vocabulary.terms, prefix), lowerBound(vocabulary.terms, last)];
}

function lowerBound(terms: readonly string[], wanted: string): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
