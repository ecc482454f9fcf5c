import type { Phrase, PhraseWord } from '../lexicon/phrase.ts';
import { isTalk } from '../lexicon/sense.ts';
import type { Of } from './mention.ts';

export const TYPO = 0.3;

/** One or two words of small talk give way to a word that asks; longer phrases do not. */
const TALK = 0.05;
const SURELY_TALK = 3;

export function mention({ sense, also }: Phrase, from: number, to: number, cost: number): Of<'sense'> {
  const doubtful = isTalk(sense) && to - from < SURELY_TALK ? TALK : 0;
  const plain = { is: 'sense' as const, sense, from, to, cost: cost + doubtful };
  return also ? { ...plain, also } : plain;
}

export function fits({ key, stem }: PhraseWord, word: string): boolean {
  return stem ? word.startsWith(key) && !NOTATION.test(word) : word === key;
}

const NOTATION = /[:\d]/;
