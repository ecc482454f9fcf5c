import type { Place } from './jsonProblems.ts';
import { wrongNumber } from './numberSlips.ts';
import type { Bilingual } from './schema.ts';

/** A slip of which can be told what was meant. */
export type Slip = { readonly column: number; readonly message: Bilingual; readonly advice: Bilingual };

/** What was written in place of a value, without quotes, up to the next key or the end of its record or line. */
const BARE = /([:[]\s*)([^\s"“”„{}[\]'][^"“”„{}[\]]*?)(?=\s*(?:,\s*["“”„{]|,?\s*[}\]]|,?\s*$))/g;

/** What the commonest slips of people who write numbers in Italian, or in a word processor, mean; null for others. */
export function slipAt(line: string, { column }: Place): Slip | null {
  const bare = [...line.matchAll(BARE)]
    .map((match) => ({ at: match.index + (match[1] ?? '').length, text: match[2] ?? '' }))
    .find(({ at, text }) => at < column && column <= at + text.length + 1);
  return wrongQuotes(line, column) ?? (bare ? wrongNumber(bare.text, bare.at + 1) : null);
}

const TYPOGRAPHIC = /[“”„‟«»]/;

/** Where a text was opened by `"` and closed by `”`, reading stops behind the next `"` only. */
function wrongQuotes(line: string, column: number): Slip | null {
  const here = line.charAt(column - 1);
  const before = line.slice(0, column - 1);
  const [text = ''] = /"[^"]*"$/.exec(before) ?? [];
  const unclosed = /\p{L}/u.test(here) ? text.search(/[“”„‟]\s*[:,]/) : -1;
  if (TYPOGRAPHIC.test(here)) return { column, ...QUOTES };
  if (unclosed >= 0) return { column: before.length - text.length + unclosed + 1, ...QUOTES };
  return /['‘’]/.test(here) ? { column, ...APOSTROPHES } : null;
}

const QUOTES = {
  message: {
    it: 'Qui stanno virgolette tipografiche, “ ” o « », al posto di quelle diritte.',
    en: 'Typographic quotes, “ ” or « », stand here in place of straight ones.',
  },
  advice: {
    it: 'Scrivere ", e non lasciare che il programma di scrittura le cambi.',
    en: 'Write ", and keep the word processor from changing them.',
  },
};

const APOSTROPHES = {
  message: {
    it: 'Qui sta un apostrofo al posto delle virgolette.',
    en: 'An apostrophe stands here in place of quotes.',
  },
  advice: { it: 'Scrivere " da tutte e due le parti.', en: 'Write " on both sides.' },
};
