import type { CommandText } from '../command.ts';
import type { Locale } from '../locale/locale.ts';
import { fold, segment } from '../search/segment.ts';
import { languageOf } from '../search/stopwords.ts';
import { readWords } from './lexicon/words.ts';

type Vocabulary = { readonly words: ReadonlySet<string>; readonly stems: readonly string[] };

const VOCABULARY = { it: vocabulary('it'), en: vocabulary('en') };
const LANGUAGES = { italian: 'it', english: 'en' } as const;

/**
 * The language that a question is written in: by the words that join, then by those that only one language has
 * for what can be asked. Null where neither tells, as in "CR03?".
 */
export function languageIn(text: string, commands: Iterable<CommandText>): Locale | null {
  const said = segment(text).map((word) => word.text);
  const joining = languageOf(said);
  if (joining !== null) return LANGUAGES[joining];
  const names = [...commands].map((command) => command.text);
  const known = (language: Locale) => (word: string) =>
    knows(VOCABULARY[language], word) || names.some((text) => text[language].name === word);
  const lead = said.filter(known('it')).length - said.filter(known('en')).length;
  if (lead === 0) return null;
  return lead > 0 ? 'it' : 'en';
}

function vocabulary(language: Locale): Vocabulary {
  const phrases = readWords().filter(({ locale }) => locale === language);
  const all = fold(phrases.map(({ phrase }) => phrase).join(' ')).split(/\s+/);
  return {
    words: new Set(all.filter((word) => word !== '' && !word.endsWith('*'))),
    stems: all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  };
}

function knows({ words, stems }: Vocabulary, word: string): boolean {
  return words.has(word) || stems.some((stem) => word.startsWith(stem));
}
