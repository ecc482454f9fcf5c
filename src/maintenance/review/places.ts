import type { FigureRow } from '../../model/schema.ts';
import { type Page, pageIn, placesOfWords, type Token } from '../report/page.ts';
import { numberIn } from '../report/pattern.ts';
import type { Stretch } from './types.ts';

type Printing = Pick<FigureRow, 'page' | 'printed' | 'quote'>;

/** Where the numbers of figures stand on their pages; null for one that does not stand there. */
export function placesOfFigures(
  rows: readonly Printing[],
  pages: readonly Page[],
): ReadonlyMap<Printing, Stretch | null> {
  const places = new Map<Printing, Stretch | null>();
  const taken = new Set<string>();
  const take = (row: Printing, found: Token | null) => {
    places.set(row, found && { start: found.start, end: found.end });
    if (found) taken.add(`${row.page} ${found.start}`);
  };
  const isQuoted = ({ quote }: Printing) => quote !== undefined;
  for (const row of rows.filter(isQuoted)) take(row, tokenInQuote(row, pages[row.page - 1]));
  for (const row of rows.filter((each) => !isQuoted(each))) {
    const free = numbersLike(row.printed, pages[row.page - 1]).find(
      ({ start }) => !taken.has(`${row.page} ${start}`),
    );
    take(row, free ?? null);
  }
  return places;
}

function tokenInQuote({ printed, quote = '' }: Printing, page: Page | undefined): Token | null {
  const start = page ? spanOf(quote, page) : null;
  if (!page || !start) return null;
  const number = numberIn(printed);
  return page.tokens.slice(start.from, start.to).findLast(({ plain }) => plain === number) ?? null;
}

/** The first place of some words on a page, by tokens; `to` is the token after them. */
export function spanOf(
  words: string,
  { tokens }: Page,
): { readonly from: number; readonly to: number } | null {
  const [from] = placesOfWords(tokens, words);
  return from === undefined ? null : { from, to: from + pageIn(words).tokens.length };
}

/** The numbers of a page that are printed alike, with the same sign after them. */
export function numbersLike(printed: string, page: Page | undefined): readonly Token[] {
  const number = numberIn(printed);
  const isPercent = printed.includes('%');
  return (page?.tokens ?? []).filter(({ kind, plain }, at) => {
    return kind === 'number' && plain === number && (page?.tokens[at + 1]?.plain === '%') === isPercent;
  });
}
