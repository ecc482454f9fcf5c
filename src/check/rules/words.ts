import type { Wrong } from '../found.ts';
import type { Path } from '../place.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../text/invisibleCharacters.ts';

/** `168,5 Mln €`, `€168.5 M`, `57,3 %`. */
const AMOUNT = /€\s*\d|\d\s*(?:€|%|mln\b|mld\b|milion|miliard|million|billion|euro\b)/iu;

/** What explains a word stands for every date: an amount in it would have no source, and go stale unseen. */
export const amountsInWords: Rule = {
  id: 'amounts-in-words',
  *programme({ content: { glossary, absent } }) {
    const texts = [
      ...glossary.map(({ meaning }, at) => ({ text: meaning, path: ['glossary', at, 'meaning'] })),
      ...absent.map(({ answer }, at) => ({ text: answer, path: ['absent', at, 'answer'] })),
    ];
    for (const { text, path } of texts) {
      if (!AMOUNT.test(text.it) && !AMOUNT.test(text.en)) continue;
      yield {
        path,
        it: 'Il testo cita un importo o una percentuale, senza data e senza fonte.',
        en: 'The text quotes an amount or a percentage, without date and source.',
        adviceIt:
          'Toglierlo dal testo. Una voce del glossario può indicarlo in "figures", con soggetto e misura: la risposta lo prende dalla data richiesta.',
        adviceEn:
          'Take it out of the text. A term of the glossary may name it under "figures", by subject and measure: the answer takes it from the date asked for.',
      };
    }
  },
};

const NAMES = 'name short official term title printed aliases heard sharedAliases talk'.split(' ');

/** A name without a letter or a digit can neither be asked for nor be read. */
export const namesToRead: Rule = {
  id: 'names-to-read',
  *programme({ content }) {
    for (const { text, path } of textsOf(content, [])) {
      if (!path.some((step) => NAMES.includes(String(step))) || /[\p{L}\p{N}]/u.test(text)) continue;
      yield {
        path,
        it: `"${text}" non ha né lettere né cifre.`,
        en: `"${text}" holds neither a letter nor a digit.`,
        adviceIt: 'Scrivere il nome, o togliere la voce.',
        adviceEn: 'Write the name, or remove the entry.',
      };
    }
  },
};

/** Both languages say the same numbers: a figure corrected in one of them must be corrected in the other. */
export const languages: Rule = {
  id: 'languages',
  severity: 'warning',
  programme: (file) => differing(file.content, []),
  snapshot: (file) => differing(file.content, []),
};

function* differing(value: unknown, path: Path): Generator<Wrong> {
  if (typeof value !== 'object' || value === null) return;
  if ('it' in value && 'en' in value && typeof value.it === 'string' && typeof value.en === 'string') {
    const [it, en] = [numbersIn(value.it), numbersIn(value.en)];
    if (digitsOf(it).sort().join() !== digitsOf(en).sort().join()) yield disagree(path, it, en);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    yield* differing(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
/** `168,5` and `168.5` are the same. */
const digitsOf = (numbers: readonly string[]) => numbers.map((number) => number.replace(/[.,]/g, ''));

function disagree(path: Path, it: readonly string[], en: readonly string[]): Wrong {
  const only = (own: readonly string[], other: readonly string[]) =>
    own.filter((_, at) => !digitsOf(other).includes(digitsOf(own)[at] ?? '')).join(', ') || '–';
  return {
    path,
    it: `I due testi non hanno gli stessi numeri: solo in "it" ${only(it, en)}; solo in "en" ${only(en, it)}.`,
    en: `The two texts do not hold the same numbers: only in "it" ${only(it, en)}; only in "en" ${only(en, it)}.`,
    adviceIt: 'Correggere il testo rimasto indietro.',
    adviceEn: 'Correct the text that was left behind.',
  };
}
