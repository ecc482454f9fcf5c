import { type Page, type Token, textBetween } from '../report/page.ts';
import { spanOf } from './places.ts';

/** How far before its number a name may stand: a point of a list is no longer. */
const FURTHEST = 60;
const UNIT = /^(?:%|€|mln|mn|mio|m|milioni|euro)$/;

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
  const isTelling = line.some(({ kind, plain }) => kind === 'word' && !UNIT.test(plain));
  return first && end && isTelling ? textBetween(page, first, end) : undefined;
}

/** The number with the signs of its unit. */
function lastOf(tokens: readonly Token[], at: number): Token {
  const after = tokens.slice(at + 1, at + 3).findIndex(({ plain }) => !UNIT.test(plain));
  const last = tokens[at + (after === -1 ? 2 : after)] ?? tokens.at(-1);
  return last ?? { kind: 'sign', plain: '', start: 0, end: 0, line: 0 };
}

function nameBefore(page: Page, at: number, name: string): Token | null {
  const from = Math.max(0, at - FURTHEST);
  const before = { ...page, tokens: page.tokens.slice(from, at) };
  const spans = [...before.tokens.keys()].flatMap((start) => {
    const span = spanOf(name, { ...before, tokens: before.tokens.slice(start) });
    return span?.from === 0 ? [start] : [];
  });
  const nearest = spans.at(-1);
  return nearest === undefined ? null : (before.tokens[nearest] ?? null);
}
