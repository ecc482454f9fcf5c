import { isUnitWord, unitAround } from '../../check/unitWords.ts';
import type { Span } from './around.ts';
import type { Page, Token } from './page.ts';

/** Words that make a number another one than printed. */
const HEDGES: ReadonlySet<string> = new Set(
  'circa ca oltre quasi almeno più meno fino poco intorno about over nearly almost around some up'.split(' '),
);
/** Signs that join two numbers, or change one, wherever they stand beside it. */
const JOINING = /^[-−–—+±/~≈<>=→⇒↗↘(]$/;
/** Signs that are part of a number where they touch digits on both sides: `190.4`, `1'190`. */
const PARTING = /^[.,'’]$/;

/**
 * What stands at the open sides of a quoted number, as far as that changes what the number says: another number, a range,
 * a sign, a hedge, a unit. Empty for anything else; a side that the quotation covers does not count.
 */
function edges(page: Page, { from, to, own }: Span): string {
  const isLast = page.tokens.slice(own + 1, to + 1).every(isUnit);
  return `${own === from ? before(page, own) : ''}|${isLast ? after(page, { from, to, own }) : ''}`;
}

function before({ text, tokens }: Page, own: number): string {
  const [number, next, further] = [tokens[own], tokens[own - 1], tokens[own - 2]];
  if (!number || !next) return '';
  if (next.kind === 'number' || JOINING.test(next.plain)) return next.kind === 'number' ? '#' : next.plain;
  if (PARTING.test(next.plain) && next.end === number.start && /\d/.test(text[next.start - 1] ?? ''))
    return '#';
  const word = next.plain === '.' ? further : next;
  return word && HEDGES.has(word.plain) ? word.plain : '';
}

function after({ text, tokens }: Page, { to, own }: Span): string {
  const [number, next] = [tokens[own], tokens[to + 1]];
  if (!number || !next) return '';
  const isAtEnd = to === own;
  if (next.kind === 'number' || JOINING.test(next.plain)) return next.kind === 'number' ? '#' : next.plain;
  if (isAtEnd && PARTING.test(next.plain) && next.start === number.end && /\d/.test(text[next.end] ?? ''))
    return '#';
  return isAtEnd ? (unitAround('', text.slice(number.end)) ?? '') : '';
}

const isUnit = ({ plain }: Token) => isUnitWord(plain);

/** Whether nothing beside the number makes it another one than in the old report. */
export function hasSameEdges(page: Page, span: Span, old: Page | null, was: Span | undefined): boolean {
  const now = edges(page, span);
  return old && was ? now === edges(old, was) : now === '|';
}
