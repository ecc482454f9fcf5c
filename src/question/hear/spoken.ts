import type { Phrase, PhraseWord } from '../lexicon/phrase.ts';
import { isTalk } from '../lexicon/sense.ts';
import type { Of } from './mention.ts';

export const TYPO = 0.3;

/** A word or two of talk give way to a word that asks; a longer phrase of talk is surely one. */
const TALK = 0.05;
const SURELY_TALK = 3;

export function mention({ sense, also }: Phrase, from: number, to: number, cost: number): Of<'sense'> {
  const doubtful = isTalk(sense) && to - from < SURELY_TALK ? TALK : 0;
  const said = { is: 'sense' as const, sense, from, to, cost: cost + doubtful };
  return also ? { ...said, also } : said;
}

export function fits({ key, stem }: PhraseWord, said: string): boolean {
  return stem ? said.startsWith(key) && !NOTATION.test(said) : said === key;
}

const NOTATION = /[:\d]/;
