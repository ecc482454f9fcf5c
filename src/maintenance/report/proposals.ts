import { printedDecimal, toNumber } from '../../model/decimal.ts';
import { grouped } from '../../model/grouped.ts';
import type { FigureRow } from '../../model/schema.ts';
import { type Page, type Token, textBetween } from './page.ts';
import { numberIn, type Pattern, patternOf } from './pattern.ts';
import { neighbouredPlace, type Pages, quotedPlace } from './places.ts';

/** What a new report prints in place of a figure of the old one. */
export type Proposal = Pick<FigureRow, 'value' | 'page' | 'printed' | 'quote' | 'also'> & {
  /** Bare numbers are told apart by their order alone, which arithmetic may contradict. */
  readonly by: 'quote' | 'neighbours';
};

/** What a proposal is made from. Pages count from 1. */
export type Reports = {
  readonly figures: readonly FigureRow[];
  /** The printed name of a subject. */
  readonly nameOf: (subject: string) => string;
  readonly years: readonly [string, string];
  /** The page of the new report that is a page of the old one. */
  readonly pageOf: (page: number) => { readonly number: number; readonly pages: Pages } | null;
};

type Printing = Pick<FigureRow, 'page' | 'printed' | 'quote'>;

/** For each figure what the new report says, or null: never a guess. */
export function proposalsFor(reports: Reports): readonly (Proposal | null)[] {
  const claimed = claimedPlaces(reports);
  return reports.figures.map((figure) => {
    const found =
      figure.quote === undefined ? bare(figure, claimed, reports) : quoted(figure, figure, reports);
    const exact = found && printedDecimal(found.printed);
    if (!found || !exact || (figure.unit === 'count' && exact.places > 0)) return null;
    const also = (figure.also ?? []).flatMap((printing) => quoted(printing, figure, reports) ?? []);
    if (also.some(({ printed }) => !isSame(printed, found.printed))) return null;
    const by = figure.quote === undefined ? 'neighbours' : 'quote';
    return { ...found, value: toNumber(exact), by, ...(also.length > 0 ? { also } : {}) };
  });
}

/** `379` and `379,0` are one figure. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [printedDecimal(one), printedDecimal(other)];
  return a !== null && b !== null && toNumber(a) === toNumber(b);
}

function quoted(printing: Printing, figure: FigureRow, reports: Reports): Printing | null {
  const here = reports.pageOf(printing.page);
  const pattern = here && patternFor(printing, figure, reports);
  const span = pattern && quotedPlace(pattern, numberIn(printing.printed), here.pages);
  if (!here || !span) return null;
  const { page } = here.pages;
  const [from, to] = [page.tokens[span.from], page.tokens[span.to]];
  const printed = printedAt(span.own, printing.printed, here.pages);
  if (!from || !to || printed === null) return null;
  return { page: here.number, printed, quote: textBetween(page, from, to) };
}

function patternFor(
  { page, printed, quote = '' }: Printing,
  { subject }: FigureRow,
  reports: Reports,
): Pattern | null {
  const same = reports.figures.filter((other) => other.subject === subject);
  const open = same.flatMap(({ also = [], ...own }) => [own, ...also]).filter((other) => other.page === page);
  return patternOf(quote, {
    own: printed,
    open: open.map((other) => other.printed),
    name: reports.nameOf(subject),
    years: reports.years,
  });
}

/** A figure without a quotation stands where its number is and no quotation claims it. */
function bare(figure: FigureRow, claimed: Claimed, { pageOf }: Reports): Printing | null {
  const here = pageOf(figure.page);
  const old = here?.pages.old;
  if (!here || !old) return null;
  const places = placesOfNumber(figure.printed, old).filter((at) => !claimed.get(figure.page)?.has(at));
  const [place, ...others] = places;
  const at = place === undefined || others.length > 0 ? null : neighbouredPlace(place, here.pages);
  const printed = at === null ? null : printedAt(at, figure.printed, here.pages);
  return printed === null ? null : { page: here.number, printed };
}

type Claimed = ReadonlyMap<number, ReadonlySet<number>>;

/** Page by page of the old report the numbers that quotations stand for. */
function claimedPlaces(reports: Reports): Claimed {
  const places = reports.figures.flatMap((figure) =>
    [figure, ...(figure.also ?? [])].flatMap((printing) => {
      const old = reports.pageOf(printing.page)?.pages.old;
      const pattern = old && printing.quote !== undefined ? patternFor(printing, figure, reports) : null;
      const span =
        old && pattern ? quotedPlace(pattern, numberIn(printing.printed), { page: old, old }) : null;
      return span ? [{ page: printing.page, at: span.own }] : [];
    }),
  );
  return new Map(
    [...grouped(places, ({ page }) => page)].map(([page, all]) => [page, new Set(all.map(({ at }) => at))]),
  );
}

function placesOfNumber(printed: string, page: Page): readonly number[] {
  const [number, sign] = [numberIn(printed), signAfter(printed)];
  return [...page.tokens.entries()].flatMap(([at, { kind, plain }]) => {
    const isSigned = page.tokens[at + 1]?.plain === PERCENT;
    return kind === 'number' && plain === number && isSigned === (sign === PERCENT) ? [at] : [];
  });
}

const PERCENT = '%';
const signAfter = (printed: string) => printed.trim().slice(-1);

/** A number as the new report prints it, with the sign that the old one counted to it; null where the unit is another. */
function printedAt(at: number, was: string, { page }: Pages): string | null {
  const number = page.tokens[at];
  const next = page.tokens[at + 1];
  if (!number || isNegative(page, at)) return null;
  const sign = signAfter(was);
  if (/\d/.test(sign)) return next?.plain === PERCENT ? null : textBetween(page, number, number);
  return next?.plain === sign ? textBetween(page, number, next) : null;
}

/** A sign that touches a number belongs to it: `-2,5`, but not `2020 - 30%`. */
function isNegative({ text, tokens }: Page, at: number): boolean {
  const number: Token | undefined = tokens[at];
  return number !== undefined && /(?:^|\s)[-−–+]$/.test(text.slice(0, number.start));
}
