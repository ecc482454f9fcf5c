import type { Words } from '../place.ts';

/** A slip whose intended value is clear. */
export type Slip = Words & { readonly column: number };

/** What was written in place of a value, without quotes, up to the next key or the end of its record or line. */
const BARE = /([:[]\s*)([^\s"“”„{}[\]'][^"“”„{}[\]]*?)(?=\s*(?:,\s*["“”„{]|,?\s*[}\]]|,?\s*$))/g;

/** The commonest slips of people who write numbers in Italian, or in a word processor; null for any other mistake. */
export function slipAt(line: string, { column }: { readonly column: number }): Slip | null {
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

const QUOTES: Words = {
  it: 'Qui stanno virgolette tipografiche, “ ” o « », al posto di quelle diritte.',
  en: 'Typographic quotes, “ ” or « », stand here in place of straight ones.',
  adviceIt: 'Scrivere ", e non lasciare che il programma di scrittura le cambi.',
  adviceEn: 'Write ", and keep the word processor from changing them.',
};

const APOSTROPHES: Words = {
  it: 'Qui sta un apostrofo al posto delle virgolette.',
  en: 'An apostrophe stands here in place of quotes.',
  adviceIt: 'Scrivere " da tutte e due le parti.',
  adviceEn: 'Write " on both sides.',
};

/** The intended value of a malformed number; null where the intention is not clear. `column` is where the number begins. */
function wrongNumber(text: string, column: number): Slip | null {
  const slip = SLIPS.find(({ is }) => is.test(text));
  return slip === undefined
    ? null
    : {
        column,
        it: `${text} non è un numero che si possa leggere: ${slip.it}.`,
        en: `${text} is not a readable number: ${slip.en}.`,
        adviceIt: slip.adviceIt(text),
        adviceEn: slip.adviceEn(text),
      };
}

/** Advice to write what `instead` makes of the number. */
const write = (instead: (text: string) => string) => ({
  adviceIt: (text: string) => `Scrivere ${instead(text)}.`,
  adviceEn: (text: string) => `Write ${instead(text)}.`,
});
const trimmed = (text: string) => text.replace(/[\s']/g, '');
const pointed = (text: string) => trimmed(text).replaceAll('.', '').replace(',', '.');

/** The first that fits says it. */
const SLIPS: readonly {
  readonly is: RegExp;
  readonly it: string;
  readonly en: string;
  adviceIt(text: string): string;
  adviceEn(text: string): string;
}[] = [
  {
    is: /^-?\d{1,3},\d{3}$/,
    it: 'ha una virgola',
    en: 'it has a comma',
    adviceIt: (text) =>
      `Scrivere ${pointed(text)}, con il punto, se la virgola separa i decimali; ${text.replace(',', '')} se separa le migliaia.`,
    adviceEn: (text) =>
      `Write ${pointed(text)}, with a point, if the comma separates the decimals; ${text.replace(',', '')} if it separates the thousands.`,
  },
  {
    is: /^-?\d[\d\s']*(?:\.\d{3})*,\d+$/,
    it: 'ha una virgola',
    en: 'it has a comma',
    adviceIt: (text) => `Scrivere ${pointed(text)}, con il punto decimale.`,
    adviceEn: (text) => `Write ${pointed(text)}, with a decimal point.`,
  },
  {
    is: /^-?\d{1,3}(?:[.\s']\d{3}){1,}$|^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
    it: 'le migliaia vi sono separate',
    en: 'its thousands are separated',
    ...write((text) => (text.includes(',') ? text.replaceAll(',', '') : trimmed(text).replaceAll('.', ''))),
  },
  {
    is: /^-?0\d+(?:\.\d+)?$/,
    it: 'comincia con uno zero',
    en: 'it begins with a zero',
    ...write((text) => text.replace(/^(-?)0+(?=\d)/, '$1')),
  },
  {
    is: /^[+-]?0x[\da-f]+$/i,
    it: 'è in forma esadecimale',
    en: 'it is hexadecimal',
    adviceIt: () => 'Scriverlo con le cifre da 0 a 9, come 109.8.',
    adviceEn: () => 'Write it with the digits from 0 to 9, such as 109.8.',
  },
  {
    is: /^[+-]?(?:NaN|Infinity|n\.?\s?d\.?|n\/?[ad]|[-–—])$/i,
    it: 'dice che non c’è',
    en: 'it says that there is none',
    adviceIt: () => 'Una cifra che il documento non stampa non si scrive: togliere la riga.',
    adviceEn: () => 'A figure that the document does not print is not written: remove the row.',
  },
  {
    is: /^(?:\+|[−–—]\s?)\d+(?:\.\d+)?$/,
    it: 'il suo segno non si legge',
    en: 'its sign cannot be read',
    ...write((text) => text.replace(/^\+/, '').replace(/^[−–—]\s?/, '-')),
  },
  {
    is: /^-?(?:\.\d+|\d+\.)$/,
    it: 'manca una cifra accanto al punto',
    en: 'a digit is missing beside the point',
    ...write((text) => text.replace(/^(-?)\./, '$10.').replace(/\.$/, '')),
  },
  {
    is: /^-?\d[\d.,]*\s*(?:€|%|EUR|MEUR|M€|ML[ND]\b.*|euro)/i,
    it: 'ha accanto la sua unità',
    en: 'its unit stands beside it',
    adviceIt: () => 'Lasciare qui solo il numero, come 109.8: l’unità sta in "unit".',
    adviceEn: () => 'Leave only the number here, such as 109.8: the unit stands in "unit".',
  },
];
