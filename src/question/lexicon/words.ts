import { readdirSync, readFileSync } from 'node:fs';
import { LOCALES, type Locale } from '../../model/locale.ts';
import { type Senses, sensesOf } from './sense.ts';

/** A phrase of a word file and its senses. A word that ends in `*` stands for every word that begins with it. */
type WordedSense = { readonly senses: Senses; readonly phrase: string; readonly locale: Locale };

const FOLDER = new URL('../words/', import.meta.url);

/**
 * The words of the languages: text files with a sense after `=` and its phrases below, one a line; `#` begins a remark.
 * Throws on a sense that does not exist: the files belong to the program.
 */
export function readWords(): readonly WordedSense[] {
  return LOCALES.flatMap((locale) => {
    const folder = new URL(`${locale}/`, FOLDER);
    return readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .flatMap((file) => wordsIn(readFileSync(new URL(file, folder), 'utf8'), locale, file));
  });
}

function wordsIn(text: string, locale: Locale, file: string): readonly WordedSense[] {
  const words: WordedSense[] = [];
  let senses: Senses | null = null;
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('=')) {
      senses = sensesOf(line.slice(1).trim());
      if (senses === null) throw new Error(`words/${locale}/${file}: no such sense: ${line}`);
    } else if (senses !== null) words.push({ senses, phrase: line, locale });
  }
  return words;
}
