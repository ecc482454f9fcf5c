import { isUnitWord } from '../../check/unitWords.ts';
import { isTelling } from '../report/around.ts';
import { type Page, placesOfWords, type Token, textBetween } from '../report/page.ts';

/** How far before its number a name may stand: a point of a list is no longer. */
const FURTHEST = 60;

/**
 * The words to quote for a number that a person showed on a page: from the name of the thing up to the number, else the
 * number's own line. Undefined where neither says anything: a bare number is quoted by itself.
 */
export function quoteFor(page: Page, start: number, name: string): string | undefined {
  const at = page.tokens.findIndex((token) => token.start === start);
  const number = page.tokens[at];
  if (!number) return undefined;
  const last = lastOf(page.tokens, at);
  const named = name === '' ? null : nameBefore(page, at, name);
  if (named) return textBetween(page, named, last);
  const line = page.tokens.filter((token) => token.line === number.line);
  const [first, end] = [line[0], line.at(-1)];
  return first && end && line.some(isTelling) ? textBetween(page, first, end) : undefined;
}

/** The number with the signs of its unit. */
function lastOf(tokens: readonly Token[], at: number): Token {
  const after = tokens.slice(at + 1, at + 3).findIndex(({ plain }) => !isUnitWord(plain));
  const last = tokens[at + (after === -1 ? 2 : after)] ?? tokens.at(-1);
  return last ?? { kind: 'sign', plain: '', start: 0, end: 0, line: 0 };
}

/** Where the name stands that is nearest before a number. */
function nameBefore({ tokens }: Page, at: number, name: string): Token | null {
  const before = tokens.slice(Math.max(0, at - FURTHEST), at);
  const nearest = placesOfWords(before, name).at(-1);
  return nearest === undefined ? null : (before[nearest] ?? null);
}
