import { lazy } from '../model/lazy.ts';
import type { Locale } from '../model/locale.ts';
import { fold, segment } from '../search/text/segment.ts';
import { joiningLead } from '../search/text/stopwords.ts';
import type { CommandText } from './lexicon/commandText.ts';
import { readWords } from './lexicon/words.ts';

/** How many phrases of a language contain each word; a stem stands for every word that begins with it. */
type Vocabulary = { readonly words: ReadonlyMap<string, number>; readonly stems: readonly string[] };

/** Whoever writes more has shown their language by here. */
const TELLING_CHARACTERS = 600;

/** A word indicates a language whose phrases contain it this many times as often as those of the other. */
const TELLING = 3;

const VOCABULARY = { it: lazy(() => vocabulary('it')), en: lazy(() => vocabulary('en')) };

/**
 * The language of a question, by its stop words and by phrases that only one language has. Null where neither
 * decides, as in "CR03?".
 */
export function languageIn(text: string, commands: Iterable<CommandText>): Locale | null {
  const words = segment(text.slice(0, TELLING_CHARACTERS)).map((word) => word.text);
  const names = [...commands].map((command) => command.text);
  const isNamed = (language: Locale, word: string) => names.some((text) => text[language].name === word);
  const tells = (language: Locale, other: Locale) => (word: string) =>
    isNamed(language, word) ||
    timesIn(VOCABULARY[language](), word) >=
      TELLING * Math.max(timesIn(VOCABULARY[other](), word), 1 / TELLING);
  const lead =
    joiningLead(words) + words.filter(tells('it', 'en')).length - words.filter(tells('en', 'it')).length;
  if (lead === 0) return null;
  return lead > 0 ? 'it' : 'en';
}

function vocabulary(language: Locale): Vocabulary {
  const phrases = readWords().filter(({ locale }) => locale === language);
  const all = fold(phrases.map(({ phrase }) => phrase).join(' ')).split(/[\s'’]+/);
  const words = new Map<string, number>();
  for (const word of all) if (word !== '' && !word.endsWith('*')) words.set(word, (words.get(word) ?? 0) + 1);
  return { words, stems: all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)) };
}

function timesIn({ words, stems }: Vocabulary, word: string): number {
  return (words.get(word) ?? 0) + stems.filter((stem) => word.startsWith(stem)).length;
}
