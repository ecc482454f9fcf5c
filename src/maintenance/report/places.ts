import {
  isInRow,
  isSameUpTo,
  nextTo,
  ownLine,
  placesIn,
  type Span,
  surroundings,
  timesAsLine,
} from './around.ts';
import { hasSameEdges } from './edges.ts';
import type { Page } from './page.ts';
import { type Pattern, placesOf } from './pattern.ts';

/** A page of the new report, and what it was in the old one; null where the old text is not at hand. */
export type Pages = { readonly page: Page; readonly old: Page | null };

/**
 * Where a new report says what was quoted from the old one. Null where it does not, where several places could be meant,
 * and where label and number stand in lines of their own that may have been put together by the layout alone.
 */
export function quotedPlace(pattern: Pattern, printed: string | null, { page, old }: Pages): Span | null {
  const spans = spansOf(pattern, page);
  const before = old ? spansOf(pattern, old) : [];
  const [was, ...others] = before.filter((span) => printed === null || numberAt(old, span) === printed);
  const [only, ...more] = spans;
  if (only && more.length === 0 && before.length <= 1 && (!old || was)) {
    return hasSameEdges(page, only, old, was) && isTogether(only, was, { page, old }) ? only : null;
  }
  if (!old || !was || others.length > 0) return null;
  const [same, ...alike] = spans.filter((span) => nextTo(page, span, true) === nextTo(old, was, true));
  return same && alike.length === 0 && hasSameEdges(page, same, old, was) ? same : null;
}

const numberAt = (page: Page | null, { own }: Span) => page?.tokens[own]?.plain;

function spansOf(pattern: Pattern, page: Page): readonly Span[] {
  return placesOf(pattern, page).map((from) => ({
    from,
    to: from + pattern.expected.length - 1,
    own: from + pattern.own,
  }));
}

/**
 * Whether the number belongs to the words that are quoted with it: the whole line is the same and the only one of its
 * kind, or what follows is the same, and in a row of labels and numbers also the page as far as there.
 */
function isTogether(span: Span, was: Span | undefined, { page, old }: Pages): boolean {
  const line = ownLine(page, span.own);
  const then = old && was ? ownLine(old, was.own) : line;
  if (line && then && line.join(' ') === then.join(' ') && timesAsLine(page, line) === 1) return true;
  if (!old || !was || nextTo(page, span) !== nextTo(old, was)) return false;
  return !isInRow(page, span) || isSameUpTo(page, span, old, was);
}

/** Where the neighbouring words of a bare number stand: once in both texts, or nowhere. */
export function neighbouredPlace(at: number, { page, old }: Pages): number | null {
  if (!old) return null;
  const around = surroundings(old, at);
  const [place, ...others] = placesIn(page, around);
  return place !== undefined && others.length === 0 && placesIn(old, around).length === 1 ? place : null;
}
