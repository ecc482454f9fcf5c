import type { Phrase, PhraseWord } from './phrase.ts';
import type { Sense } from './sense.ts';

/**
 * Phrases under keys. The list of a key is one text, one phrase a line: its senses, joined by `&`, a tab, its words, a
 * stem with `*`. Questions need few of the 18,000 phrases, and as objects all of them take longer to hand over, to keep
 * for the next start and to read again than everything else that answers.
 */
export type PhraseTable = ReadonlyMap<string, string>;

/** Stems are indexed by this many letters; none is shorter. */
export const STEM_LETTERS = 3;

export function phraseTable(lists: ReadonlyMap<string, readonly Phrase[]>): PhraseTable {
  return new Map([...lists].map(([key, phrases]) => [key, phrases.map(lineOf).join('\n')]));
}

/** Lists that questions needed, by the table that they are of: never more than the table has. */
const UNPACKED = new WeakMap<PhraseTable, Map<string, readonly Phrase[]>>();

/** Empty where the table has no such key. */
export function phrasesUnder(table: PhraseTable, key: string): readonly Phrase[] {
  const text = table.get(key);
  if (text === undefined) return [];
  const lists = UNPACKED.get(table) ?? new Map<string, readonly Phrase[]>();
  UNPACKED.set(table, lists);
  const phrases = lists.get(key) ?? text.split('\n').map(phraseIn);
  lists.set(key, phrases);
  return phrases;
}

function lineOf({ sense, also = [], words }: Phrase): string {
  return `${[sense, ...also].join('&')}\t${words.map(({ key, stem }) => (stem ? `${key}*` : key)).join(' ')}`;
}

function phraseIn(line: string): Phrase {
  const [senses = '', words = ''] = line.split('\t');
  const [sense, ...also] = senses.split('&') as [Sense, ...Sense[]];
  return { sense, ...(also.length > 0 ? { also } : {}), words: words.split(' ').map(wordIn) };
}

const wordIn = (text: string): PhraseWord =>
  text.endsWith('*') ? { key: text.slice(0, -1), stem: true } : { key: text, stem: false };
