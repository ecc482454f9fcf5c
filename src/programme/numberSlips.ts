import type { Slip } from './jsonSlips.ts';
import type { Bilingual } from './schema.ts';

/** What was meant by a number that is none; null where that cannot be told. `column` is where it begins. */
export function wrongNumber(text: string, column: number): Slip | null {
  const slip = SLIPS.find(({ is }) => is.test(text));
  if (!slip) return null;
  const { it, en } = slip.why;
  const message = {
    it: `${text} non è un numero che si possa leggere: ${it}.`,
    en: `${text} is no number that can be read: ${en}.`,
  };
  return { column, message, advice: slip.advice(text) };
}

const write = (number: string): Bilingual => ({ it: `Scrivere ${number}.`, en: `Write ${number}.` });
const trimmed = (text: string) => text.replace(/[\s']/g, '');
const pointed = (text: string) => trimmed(text).replaceAll('.', '').replace(',', '.');

/** The first that fits says it. */
const SLIPS: readonly {
  readonly is: RegExp;
  readonly why: Bilingual;
  readonly advice: (text: string) => Bilingual;
}[] = [
  {
    is: /^-?\d{1,3},\d{3}$/,
    why: { it: 'ha una virgola', en: 'it has a comma' },
    advice: (text) => {
      const [point, plain] = [text.replace(',', '.'), text.replace(',', '')];
      return {
        it: `Scrivere ${point}, con il punto, se la virgola separa i decimali; ${plain} se separa le migliaia.`,
        en: `Write ${point}, with a point, if the comma separates the decimals; ${plain} if it separates the thousands.`,
      };
    },
  },
  {
    is: /^-?\d[\d\s']*(?:\.\d{3})*,\d+$/,
    why: { it: 'ha una virgola', en: 'it has a comma' },
    advice: (text) => ({
      it: `Scrivere ${pointed(text)}, con il punto decimale.`,
      en: `Write ${pointed(text)}, with a decimal point.`,
    }),
  },
  {
    is: /^-?\d{1,3}(?:[.\s']\d{3}){1,}$|^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
    why: { it: 'le migliaia vi sono separate', en: 'its thousands are separated' },
    advice: (text) =>
      write(text.includes(',') ? text.replaceAll(',', '') : trimmed(text).replaceAll('.', '')),
  },
  {
    is: /^-?0\d+(?:\.\d+)?$/,
    why: { it: 'comincia con uno zero', en: 'it begins with a zero' },
    advice: (text) => write(text.replace(/^(-?)0+(?=\d)/, '$1')),
  },
  {
    is: /^[+-]?0x[\da-f]+$/i,
    why: { it: 'è in forma esadecimale', en: 'it is hexadecimal' },
    advice: () => ({
      it: 'Scriverlo con le cifre da 0 a 9, come 109.8.',
      en: 'Write it with the digits from 0 to 9, such as 109.8.',
    }),
  },
  {
    is: /^[+-]?(?:NaN|Infinity|n\.?\s?d\.?|n\/?[ad]|[-–—])$/i,
    why: { it: 'dice che non c’è', en: 'it says that there is none' },
    advice: () => ({
      it: 'Una cifra che il documento non stampa non si scrive: togliere la riga.',
      en: 'A figure that the document does not print is not written: remove the row.',
    }),
  },
  {
    is: /^(?:\+|[−–—]\s?)\d+(?:\.\d+)?$/,
    why: { it: 'il suo segno non si legge', en: 'its sign cannot be read' },
    advice: (text) => write(text.replace(/^\+/, '').replace(/^[−–—]\s?/, '-')),
  },
  {
    is: /^-?(?:\.\d+|\d+\.)$/,
    why: { it: 'manca una cifra accanto al punto', en: 'a digit is missing beside the point' },
    advice: (text) => write(text.replace(/^(-?)\./, '$10.').replace(/\.$/, '')),
  },
  {
    is: /^-?\d[\d.,]*\s*(?:€|%|EUR|MEUR|M€|ML[ND]\b.*|euro)/i,
    why: { it: 'ha accanto la sua unità', en: 'its unit stands beside it' },
    advice: () => ({
      it: 'Lasciare qui solo il numero, come 109.8: l’unità sta in "unit".',
      en: 'Leave only the number here, such as 109.8: the unit stands in "unit".',
    }),
  },
];
