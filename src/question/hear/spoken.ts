import type { Phrase, PhraseWord } from '../lexicon/phrase.ts';
import { isTalk } from '../lexicon/sense.ts';
import type { Of } from './mention.ts';

export const TYPO = 0.3;

const TALK = 0.05;

export function mention({ sense, also }: Phrase, from: number, to: number, cost: number): Of<'sense'> {
  const said = { is: 'sense' as const, sense, from, to, cost: cost + (isTalk(sense) ? TALK : 0) };
  return also ? { ...said, also } : said;
}

export function fits({ key, stem }: PhraseWord, said: string): boolean {
  return stem ? said.startsWith(key) && !NOTATION.test(said) : said === key;
}

const NOTATION = /[:\d]/;
