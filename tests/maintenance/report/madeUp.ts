import type { FigureRow } from '../../../src/model/schema.ts';

/** Where the number of a figure stands in the text of a page, and what stands there in the new report. */
type Change = { readonly start: number; readonly end: number; readonly text: string };

const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
const BROKEN = /(\p{L})-[ \t]*\n\s*(?=\p{L})/gu;

/** A made-up report: an old one with each number as `newNumber` gives it, page by page. */
export function madeUpReport(
  pages: readonly string[],
  figures: readonly FigureRow[],
  newNumber: (row: FigureRow, number: string) => string,
  texts: readonly (readonly [string, string])[] = [],
): readonly string[] {
  return pages.map((raw, at) => {
    const page = raw.replace(BROKEN, '$1');
    const here = figures.flatMap((row) =>
      [row, ...(row.also ?? [])].filter((each) => each.page === at + 1).map((each) => ({ row, each })),
    );
    const quoted = here.filter(({ each }) => each.quote !== undefined);
    const places = quoted.map(({ row, each }) => changeAt(placeInQuote(page, each), each.printed, row));
    const bare = here.filter(({ each }) => each.quote === undefined);
    const rest = bare.map(({ row, each }) =>
      changeAt(placeOfBare(page, each.printed, places), each.printed, row),
    );
    const changed = replaced(
      page,
      [...places, ...rest].map(({ row, ...place }) => ({ ...place, text: newNumber(row, place.number) })),
    );
    return texts.reduce((text, [from, to]) => text.replaceAll(from, to), changed);
  });
}

const numberOf = (printed: string) => new RegExp(NUMBER).exec(printed)?.[0] ?? '';

function changeAt(start: number, printed: string, row: FigureRow) {
  const number = numberOf(printed);
  return { start, end: start + number.length, number, row };
}

function placeInQuote(page: string, { printed, quote = '' }: Pick<FigureRow, 'printed' | 'quote'>): number {
  const pattern = quote.split(/\s+/).map(escaped).join(String.raw`\s+`);
  const found = new RegExp(pattern, 'i').exec(page.replaceAll('’', "'")) ?? new RegExp(pattern).exec(page);
  if (!found) throw new Error(`not on the page: ${quote}`);
  const own = new RegExp(`(?<!\\d|\\d[.,])${escaped(numberOf(printed))}(?!\\d|[.,]\\d)`, 'g');
  const places = [...found[0].matchAll(own)];
  const last = places.at(-1);
  if (!last) throw new Error(`${printed} is not in ${quote}`);
  return found.index + last.index;
}

function placeOfBare(page: string, printed: string, taken: readonly { readonly start: number }[]): number {
  const sign = printed.trim().endsWith('%') ? String.raw`(?=\s*%)` : String.raw`(?!\s*%)`;
  const pattern = new RegExp(`(?<!\\d|\\d[.,])${escaped(numberOf(printed))}(?!\\d|[.,]\\d)${sign}`, 'g');
  const [place, ...more] = [...page.matchAll(pattern)].filter(
    ({ index }) => !taken.some(({ start }) => start === index),
  );
  if (!place || more.length > 0) throw new Error(`${printed}: ${more.length + 1} places`);
  return place.index;
}

function replaced(page: string, changes: readonly Change[]): string {
  const once = new Map(changes.map((change) => [change.start, change]));
  return [...once.values()]
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: now }) => text.slice(0, start) + now + text.slice(end), page);
}

const escaped = (text: string) => text.replaceAll('’', "'").replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Numbers that come in the same order for the same seed, 0 to 1. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** The pieces of a page in another order. */
export function shuffledPieces(page: string, between: RegExp, random: () => number): string {
  const pieces = page.split(between);
  for (let at = pieces.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [pieces[at], pieces[other]] = [pieces[other] ?? '', pieces[at] ?? ''];
  }
  return pieces.join('\n\n');
}

/** Between the boxes of the slides: headings of boxes, and the points of lists. */
export const BOXES =
  /\n\s*\n(?=➢|TARGET|DESTINATARI|L’INDICATORE|GLI IND|INIZIATIVE|Risorse attivate|[A-Z’ ]+ \(PI)/;
/** Between any two paragraphs, which tears labels from numbers. */
export const PARAGRAPHS = /\n[ \t]*\n/;

const italian = new Intl.NumberFormat('it-IT', { useGrouping: 'always' });
const plain = (number: string) => Number(number.replaceAll('.', '').replace(',', '.'));

function written(value: number, like: string): string {
  const places = like.split(',')[1]?.length ?? 0;
  return value.toLocaleString('it-IT', {
    useGrouping: 'always',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
}

const MORE_MILLIONS: Readonly<Record<string, number>> = {
  activated: 0.1,
  committed: 4,
  paid: 3,
  certified: 2,
};
const AXES = 4;

/** The figures a year on, such that the sums hold: twice the people, more money of every kind, better indicators. */
export function aYearOn({ subject, measure, unit }: FigureRow, number: string): string {
  const was = plain(number);
  if (unit === 'count') return italian.format(was * 2);
  if (unit === 'percent') return measure === 'value' ? written(was + 1, number) : number;
  if (subject === 'cigd' || measure === 'allocation') return number;
  const isWhole = subject === 'programme';
  const isAxis = subject.startsWith('axis-');
  const more = isAxis || isWhole ? (MORE_MILLIONS[measure] ?? 0) * (isWhole ? AXES : 1) : 1;
  return written(was + more * (unit === 'EUR' ? 1_000_000 : 1), number);
}
