import { isUnitWord } from '../../check/unitWords.ts';
import { grouped } from '../../model/grouped.ts';
import type { Page, Token } from './page.ts';

/** Whether a word says what numbers are about. */
export const isTelling = ({ kind, plain }: Token): boolean => kind === 'word' && !isUnitWord(plain);
/** Every number is as good as another: a new report differs in them. */
const masked = ({ kind, plain }: Token): string => (kind === 'number' ? '#' : plain);

/** Stands for the edge of a page, next to which nothing else can stand. */
const EDGE = '|';

/** How many telling words a run of numbers needs before it, for each number of the run: the labels may come first. */
const WORDS_BEFORE_EACH = 3;
const MOST_BEFORE = 9;
const WORDS_AFTER = 2;

/** Tokens of a page as two pages are compared, and at which of these the number stands. */
type Surroundings = { readonly sequence: readonly string[]; readonly own: number };

/**
 * The words on both sides of a number, the numbers between hidden. Bare numbers in a row need the more words the more
 * numbers there are: what tells them apart is their order, and the labels that come before.
 */
export function surroundings(page: Page, at: number): Surroundings {
  const before = Math.min(MOST_BEFORE, WORDS_BEFORE_EACH * numbersInRow(page, at));
  const start = edgeOf(page, at, -1, before);
  const end = edgeOf(page, at, 1, WORDS_AFTER);
  return { sequence: masks(page).slice(start + 1, end + 2), own: at - start };
}

/** The places of a page where a number stands in the same surroundings. */
export function placesIn(page: Page, { sequence, own }: Surroundings): readonly number[] {
  return startsOf(masks(page), sequence).map((start) => start + own - 1);
}

/** With the edges of the page: the token at n stands at n + 1. */
const masks = ({ tokens }: Page): readonly string[] => [EDGE, ...tokens.map(masked), EDGE];

function startsOf(all: readonly string[], part: readonly string[]): readonly number[] {
  if (part.length === 0) return [];
  return [...all.keys()].filter((start) => part.every((one, at) => all[start + at] === one));
}

/** The token with which so many telling words are passed in one direction; -1 or the number of tokens at the edges. */
function edgeOf({ tokens }: Page, from: number, step: -1 | 1, words: number): number {
  let left = words;
  let at = from;
  while (left > 0 && at >= 0 && at < tokens.length) {
    at += step;
    const token = tokens[at];
    if (token && isTelling(token)) left -= 1;
  }
  return at;
}

function numbersInRow({ tokens }: Page, at: number): number {
  const reach = (step: -1 | 1): number => {
    let numbers = 0;
    for (let next = at + step; ; next += step) {
      const token = tokens[next];
      if (!token || isTelling(token)) return numbers;
      if (token.kind === 'number') numbers += 1;
    }
  };
  return 1 + reach(-1) + reach(1);
}

/** The whole line of the document that a number stands in, where a word tells what the line is about; else null. */
export function ownLine({ tokens }: Page, own: number): readonly string[] | null {
  const line = tokens.filter((token) => token.line === tokens[own]?.line);
  return line.some(isTelling) ? line.map(masked) : null;
}

/** How many lines of a page are one line, the numbers apart. */
export function timesAsLine({ tokens }: Page, line: readonly string[]): number {
  const lines = [...grouped(tokens, (token) => token.line).values()];
  return lines.filter(
    (own) => own.length === line.length && own.every((token, at) => masked(token) === line[at]),
  ).length;
}

/**
 * Whether numbers stand on both sides of the words of a quotation: in a row of labels and numbers nothing there says
 * which belongs to which.
 */
export function isInRow({ tokens }: Page, { from, to, own }: Span): boolean {
  const step = to - own <= own - from ? -1 : 1;
  for (let at = step === -1 ? from - 1 : to + 1; ; at += step) {
    const token = tokens[at];
    if (token?.kind === 'number') return true;
    if (!token || !isUnitWord(token.plain)) return false;
  }
}

/** Whether a page says the same as another, the numbers apart, from its beginning to a place or from there to its end. */
export function isSameUpTo(page: Page, span: Span, old: Page, was: Span): boolean {
  const [now, then] = [page.tokens.map(masked), old.tokens.map(masked)];
  const same = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((each, at) => each === other[at]);
  return (
    same(now.slice(0, span.to + 1), then.slice(0, was.to + 1)) ||
    same(now.slice(span.from), then.slice(was.from))
  );
}

/** A quotation on a page: its first and its last token, and the number that it is quoted for. */
export type Span = { readonly from: number; readonly to: number; readonly own: number };

/** The words next to a quotation, on the side that its number is nearer to, or on both. */
export function nextTo(page: Page, { from, to, own }: Span, both = false): string {
  const after = to - own <= own - from;
  const beyond = (step: -1 | 1) => {
    const end = edgeOf(page, step === 1 ? to : from, step, WORDS_AFTER);
    return step === 1 ? masks(page).slice(to + 2, end + 2) : masks(page).slice(end + 1, from + 1);
  };
  const before = both || !after ? beyond(-1).join(' ') : '';
  return `${before} … ${both || after ? beyond(1).join(' ') : ''}`;
}
