import type { Claims, FigureClaim } from './page/claims.ts';
import { amountsIn, isWithin, type Numeral, spansOfWords } from './page/numerals.ts';
import type { Path } from './place.ts';
import { unitAround } from './unitWords.ts';

export { type Claims, claimsOn } from './page/claims.ts';
export type { Numeral } from './page/numerals.ts';

/**
 * The numbers of a page that no claim accounts for, with their places in `page`, which is the line that `pagesOf`
 * gives. Days, years, codes and numbers within names are no figures; each figure accounts for one printed number, and
 * its quote and its note for bare numbers, but for no other amount or percentage.
 */
export function unclaimedNumbers(page: string, claims: Claims): readonly Numeral[] {
  const amounts = amountsIn(page);
  const taken = new Set(assigned(page, amounts, claims.figures).values());
  const words = claims.words.flatMap((text) => spansOfWords(page, text));
  const quotes = claims.figures.flatMap(({ quote }) => (quote === null ? [] : spansOfWords(page, quote)));
  const said = new Set(claims.notes.flatMap((text) => amountsIn(text).map((numeral) => numeral.text)));
  return amounts.filter(
    (numeral) =>
      !taken.has(numeral.start) &&
      !isWithin(numeral, words) &&
      !(isBare(page, numeral) && (isWithin(numeral, quotes) || said.has(numeral.text))),
  );
}

const isBare = (page: string, { start, end }: Numeral): boolean =>
  unitAround(page.slice(0, start), page.slice(end)) === null;

/** Figures for which no printed number is left, although the page prints their number: others claim it already. */
export function claimsInExcess(page: string, claims: Claims): readonly FigureClaim[] {
  const amounts = amountsIn(page);
  const places = assigned(page, amounts, claims.figures);
  return claims.figures.filter(
    (claim) => placesFor(page, amounts, claim).length > 0 && !places.has(keyOf(claim)),
  );
}

/** Where each figure certainly stands: those whose number stands in one place that they may mean; by their paths. */
export function surePlaces(page: string, { figures }: Claims): ReadonlyMap<Path, number> {
  const amounts = amountsIn(page);
  return new Map(
    figures.flatMap((claim): readonly (readonly [Path, number])[] => {
      const [place, ...others] = placesFor(page, amounts, claim);
      return place === undefined || others.length > 0 ? [] : [[claim.path, place]];
    }),
  );
}

/** Two figures that one subject takes from the same words share their number: "attivate e impegnate 6 Mln". */
const keyOf = ({ subject, number, quote }: FigureClaim): string => `${subject}\n${number}\n${quote}`;

/** To each claim a place of its own, so that as many claims as possible have one; by the key of the claim. */
function assigned(
  page: string,
  amounts: readonly Numeral[],
  figures: readonly FigureClaim[],
): ReadonlyMap<string, number> {
  const candidates = new Map(figures.map((claim) => [keyOf(claim), placesFor(page, amounts, claim)]));
  const owner = new Map<number, string>();
  const place = (key: string, seen: Set<number>): boolean => {
    for (const at of candidates.get(key) ?? []) {
      if (seen.has(at)) continue;
      seen.add(at);
      const other = owner.get(at);
      if (other !== undefined && !place(other, seen)) continue;
      owner.set(at, key);
      return true;
    }
    return false;
  };
  for (const key of candidates.keys()) place(key, new Set());
  return new Map([...owner].map(([at, key]) => [key, at]));
}

/** Where the number of a figure may stand on a page: within its quote, where it has one. */
function placesFor(
  page: string,
  amounts: readonly Numeral[],
  { number, quote }: FigureClaim,
): readonly number[] {
  const places = amounts.filter(({ text }) => text === number);
  if (quote === null) return places.map(({ start }) => start);
  const quotes = spansOfWords(page, quote);
  return places.filter((place) => isWithin(place, quotes)).map(({ start }) => start);
}
