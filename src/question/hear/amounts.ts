import { type Decimal, decimal } from '../../model/decimal.ts';
import { cardinal, ordinal, roman } from '../../search/text/numerals.ts';
import { languageOf } from '../../search/text/stopwords.ts';
import { notationOf, type Piece, spanOf } from '../lexicon/pieces.ts';
import type { Amount, Of } from './mention.ts';
import { spokenAt } from './spokenNumbers.ts';

const NUMBER = String.raw`(?<number>\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,3})?)`;
const MILLIONS = 'mln|mn|mio|milioni|milione|millions|million|m€|m eur|meur|m';
const BILLIONS = 'miliardi|miliardo|mld|mrd|billions?|bn';
const THOUSANDS = 'mila|migliaia|thousand|k';
const UNIT = `(?<unit>${MILLIONS}|${BILLIONS}|${THOUSANDS}|%|per ?cento|percento|percent|pct|punti(?: percentuali)?|points?|€|euro|eur)`;
const EUROS = String.raw`(?:\s*(?:di\s+)?(?:€|euro|eur)\b)?`;
/** An amount has a unit, decimals or thousands separators. A bare number becomes an amount only through an operator. */
const FORMS = [
  new RegExp(String.raw`(?<![\d.,/])€\s*${NUMBER}\s*(?<unit>${MILLIONS}|${THOUSANDS})?(?![\p{L}\d])`, 'giu'),
  new RegExp(String.raw`(?<![\d.,/\p{L}])${NUMBER}\s*${UNIT}(?![\p{L}\d])${EUROS}`, 'giu'),
  new RegExp(String.raw`(?<![\d.,/\p{L}])${NUMBER}(?![\d/\p{L}]|[.,-]\d)`, 'giu'),
];
/** A bare number with fewer digits is a count or an ordinal, not an amount. */
const FEWEST_DIGITS = 3;

/** The amounts of a text, by offsets: "109,8 milioni", "50 %", "184.312.574,33 €", "venti milioni", "209.754". */
export function amountsIn(text: string, pieces: readonly Piece[]): readonly Of<'amount'>[] {
  return [...partsIn(pieces), ...spokenIn(pieces), ...writtenIn(text, pieces)];
}

function writtenIn(text: string, pieces: readonly Piece[]): readonly Of<'amount'>[] {
  if (!/\d/.test(text)) return [];
  const found: { start: number; end: number; amount: Amount }[] = [];
  for (const form of FORMS)
    for (const match of text.matchAll(form)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const amount = amountOf(match.groups ?? {});
      if (amount && !found.some((other) => start < other.end && other.start < end))
        found.push({ start, end, amount });
    }
  return found.flatMap(({ start, end, amount }): readonly Of<'amount'>[] => {
    const span = spanOf(pieces, start, end);
    return span ? [{ is: 'amount', ...span, cost: 0, amount }] : [];
  });
}

const SPOKEN_UNIT = new RegExp(`^(?:${MILLIONS}|${BILLIONS}|${THOUSANDS}|percento|percent|euro|euros)$`);

/** "Centonove virgola otto milioni", "mezzo miliardo", "sotto il milione", "venti per cento". */
function spokenIn(pieces: readonly Piece[]): readonly Of<'amount'>[] {
  const words = pieces.map(({ key }) => key);
  return words.flatMap((word, at): readonly Of<'amount'>[] => {
    const half = /^(?:mezzo|half)$/.test(word) ? { text: '0.5', words: words[at + 1] === 'a' ? 2 : 1 } : null;
    const one = /^(?:il|the)$/.test(word) && /^(?:milione|million)$/.test(words[at + 1] ?? '');
    const spoken = half ?? (one ? { text: '1', words: 1 } : spokenAt(words, at));
    if (!spoken) return [];
    const next = at + spoken.words;
    const percent = words[next] === 'per' && words[next + 1] === 'cento';
    const unit = percent ? 'percento' : (words[next] ?? '');
    const named = SPOKEN_UNIT.test(unit);
    const value = named || Number(spoken.text) >= LARGE ? decimal(spoken.text) : null;
    if (!value || YEAR.test(spoken.text)) return [];
    if (!named) return [{ is: 'amount', from: at, to: next, cost: 0, amount: scaled(value, '') }];
    return [{ is: 'amount', from: at, to: next + (percent ? 2 : 1), cost: 0, amount: scaled(value, unit) }];
  });
}

/** From here on a spoken number is an amount even without a unit. */
const LARGE = 1000;

/** Parts of a whole, in percent. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:meta|half)$/, '50'],
  [/^(?:un|one|a) (?:quarto|quarter)$/, '25'],
  [/^(?:tre|three) (?:quarti|quarters)$/, '75'],
  [/^(?:un|one|a) (?:terzo|third)$/, '33.3'],
  [/^(?:due|two) (?:terzi|thirds)$/, '66.7'],
];
const PART = 0.1;

/** "Almeno la metà", "meno di un quarto": a limit in percent, where an operator makes it one. */
function partsIn(pieces: readonly Piece[]): readonly Of<'amount'>[] {
  return pieces.flatMap(({ key }, at) =>
    [1, 2].flatMap((length): readonly Of<'amount'>[] => {
      const words = length === 1 ? key : `${key} ${pieces[at + 1]?.key ?? ''}`;
      const value = decimal(PARTS.find(([part]) => part.test(words))?.[1] ?? '');
      if (!value) return [];
      const amount = {
        is: 'amount',
        to: at + length,
        cost: PART,
        amount: asAmount(value, 'percent', '%'),
      } as const;
      const article = /^(?:la|il|un|una|the|a)$/.test(pieces[at - 1]?.key ?? '');
      return [{ ...amount, from: at }, ...(article ? [{ ...amount, from: at - 1 }] : [])];
    }),
  );
}

function amountOf({ number, unit = '' }: Readonly<Record<string, string | undefined>>): Amount | null {
  const value = number === undefined ? null : numberOf(number);
  if (!value) return null;
  if (unit === '' && (YEAR.test(number ?? '') || (number ?? '').replace(/\D/g, '').length < FEWEST_DIGITS))
    return null;
  return scaled(value, unit.toLowerCase());
}

const YEAR = /^(?:19|20)\d\d$/;
const DOTTED = /^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?$/;

/** Dots or commas separate thousands where three digits follow each; otherwise the last one separates decimals. */
function numberOf(written: string): Decimal | null {
  if (!DOTTED.test(written)) return decimal(written.replace(',', '.'));
  const [, whole = written, fraction] = /^(.*[.,]\d{3})(?:[.,](\d{1,2}))?$/.exec(written) ?? [];
  return decimal(`${whole.replace(/[.,]/g, '')}${fraction === undefined ? '' : `.${fraction}`}`);
}

const IN_MILLIONS = new RegExp(`^(?:${MILLIONS})$`);
const IN_BILLIONS = new RegExp(`^(?:${BILLIONS})$`);
const IN_THOUSANDS = new RegExp(`^(?:${THOUSANDS})$`);

function scaled(value: Decimal, unit: string): Amount {
  if (IN_MILLIONS.test(unit)) return asAmount(value, 'MEUR', 'Mln');
  if (IN_BILLIONS.test(unit)) return asAmount({ ...value, units: value.units * 1000n }, 'MEUR', 'Mln');
  if (IN_THOUSANDS.test(unit)) return asAmount({ ...value, units: value.units * 1000n }, null, '');
  if (/^(?:%|per ?cento|percento|percent|pct|punt|point)/.test(unit)) return asAmount(value, 'percent', '%');
  return unit === '' ? asAmount(value, null, '') : asAmount(value, 'EUR', '€');
}

function asAmount(value: Decimal, unit: Amount['unit'], sign: string): Amount {
  const digits = value.units.toString().padStart(value.places + 1, '0');
  const whole = digits.slice(0, digits.length - value.places);
  const fraction = value.places === 0 ? '' : `,${digits.slice(digits.length - value.places)}`;
  return { value, unit, text: `${whole}${fraction}${sign === '' ? '' : ` ${sign}`}` };
}

const ARTICLES = new Set(['i', 'a', 'e', 'o', 'x', 'un', 'una', 'uno', 'one', 'a', 'vi', 'mi', 'di']);
/** The cost of a number in words: "terzo" and "sei" have other meanings. Digits and capital numerals cost nothing. */
const WORDED = 0.4;
const LARGEST = 25;

/** Small numbers that stand alone: "2", "IV", "il terzo", "a4". Whether one of them names an axis is decided later. */
export function numbersIn(pieces: readonly Piece[]): readonly Of<'number'>[] {
  const english = languageOf(pieces.map(({ key }) => key)) === 'english';
  return pieces.flatMap((piece, at): readonly Of<'number'>[] => {
    if (english && piece.written === 'I' && !isListed(pieces, at)) return [];
    if (notationOf(piece) || isAccordingTo(pieces, at)) return [];
    const glued = /^a(\d{1,2})$/.exec(piece.key)?.[1];
    const capital = /^[IVX]+$/.test(piece.written);
    const value =
      glued !== undefined
        ? Number(glued)
        : capital || !ARTICLES.has(piece.key)
          ? (cardinal(piece.key) ?? roman(piece.key) ?? ordinal(piece.key))
          : undefined;
    if (value === undefined || value > LARGEST) return [];
    const article = piece.written === 'I' && !isListed(pieces, at);
    const sure = /\d/.test(piece.key) || (capital && !article);
    return [
      {
        is: 'number',
        from: at,
        to: at + 1,
        cost: sure ? 0 : article ? PART : WORDED,
        value,
        roman: roman(piece.key) !== undefined,
      },
    ];
  });
}

/** "Secondo i giornali", "secondo te". */
function isAccordingTo(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.key === 'secondo' && ACCORDING.test(pieces[at + 1]?.key ?? '');
}

const ACCORDING =
  /^(?:il|lo|la|l|i|gli|le|me|te|lui|lei|noi|voi|loro|quanto|quel\w*|un|una|uno|alcuni|molti)$/;

/** "Axes I and II", "from I to III". Elsewhere "I" is the English pronoun or the Italian article. */
function isListed(pieces: readonly Piece[], at: number): boolean {
  const joins = (piece: Piece | undefined) =>
    /^(?:and|to|or|from|axis|axes|e|ed|o|a|ad|da|dal|al)$/.test(piece?.key ?? '');
  const numbered = (piece: Piece | undefined) => piece !== undefined && roman(piece.key) !== undefined;
  return (
    (joins(pieces[at + 1]) && numbered(pieces[at + 2])) ||
    (joins(pieces[at - 1]) && (numbered(pieces[at - 2]) || pieces[at - 2]?.key === 'axes'))
  );
}
