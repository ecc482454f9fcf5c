/** A number that stands in a text, from `start` up to `end`, which is the place after it. */
export type Numeral = { readonly text: string; readonly start: number; readonly end: number };

/** A stretch of a text. */
export type Span = Pick<Numeral, 'start' | 'end'>;

const NUMBER = /\d+(?:[.,]\d+)*/g;

/** Every number of a text, whatever it says: `1.204`, `41`, `2020`. */
export function numeralsIn(text: string): readonly Numeral[] {
  return [...text.matchAll(NUMBER)].map(({ 0: number, index }) => ({
    text: number,
    start: index,
    end: index + number.length,
  }));
}

/** A priority's code as documents write it: `9.iv`, `10.I`. */
export const PRIORITY_CODE = /(?<![\d.,])\d{1,2}\.[ivx]+(?!\p{L})/giu;

const YEAR = '(?:19|20)\\d{2}';
const UNIT = '(?:%|€|euro|eur|m\\s?€|ml[nd]|mn|mio|milion|million|miliard|billion)';
const NUMBERED =
  'slides?|pagin[ae]|pag\\.|pages?|righ?[ae]|rows?|tabell[ae]|tables?|figur[ae]|figures?|grafico|grafici|charts?|' +
  'art\\.|artt\\.|articolo|articoli|articles?|comm[ai]|legg[ei]|laws?|decreto|decreti|decrees?|decision[ei]?|delibera|' +
  'regolamento|regolamenti|regulations?|punto|punti|points?|n\\.|nn\\.|nr\\.|no\\.|n°|nos\\.|ass[ei]|axis|axes|priorit[àay]|priorities|' +
  'livello|livelli|levels?|fas[ei]|phases?|lotto|lotti|avviso|avvisi';

/** What holds digits and says no amount: days and years, codes, and what is called by a number. */
const NO_AMOUNTS: readonly RegExp[] = [
  /\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d)/g,
  // 31/12, 19/20, 20-21, unless a number of more digits goes on on either side.
  /(?<![\d.,])\d{1,2}\/\d{1,2}(?![\d.,]\d)|(?<![\d.,])\d{2}[-–]\d{2}(?![\d.,]\d|\d|\s*%)/g,
  new RegExp(`(?<![\\d.,])${YEAR}(?:\\s?[-–/]\\s?(?:${YEAR}|\\d{2}))*(?!\\d|[.,]\\d)(?!\\s*${UNIT})`, 'giu'),
  // CO16, OT9, COVID-19, and C(2020) 7664 with its number; bounds keep the time in proportion to the text.
  /(?<!\p{L})\p{L}{1,40}-?\d+|\p{L}\(\d{4}\)\s*\d+/gu,
  PRIORITY_CODE,
  new RegExp(
    `(?<!\\p{L})(?:${NUMBERED})\\s*\\d{1,20}(?![\\d.,]*\\d|\\s*${UNIT})(?:(?:\\s*[-–,]\\s*|\\s+(?:e|o|and|or)\\s+)\\d{1,20}(?![\\d.,]*\\d|\\s*${UNIT}))*`,
    'giu',
  ),
  /(?<![\d.,])\d{1,2}\s+(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|january|february|march|april|may|june|july|august|september|october|november|december)(?!\p{L})/giu,
];

/** Where a text holds digits that say no amount. */
function spansOfNoAmount(text: string): readonly Span[] {
  return NO_AMOUNTS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );
}

/** The numbers of a text that say an amount, a percentage or a count. */
export function amountsIn(text: string): readonly Numeral[] {
  const spans = spansOfNoAmount(text);
  return numeralsIn(text).filter((numeral) => !isWithin(numeral, spans));
}

export function isWithin({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}

/** Everywhere that some words stand in a line, without regard to capitals. */
export function spansOfWords(line: string, words: string): readonly Span[] {
  const [text, wanted] = [line.toLowerCase(), words.toLowerCase()];
  const spans: Span[] = [];
  if (wanted === '') return spans;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    spans.push({ start: at, end: at + wanted.length });
  }
  return spans;
}
