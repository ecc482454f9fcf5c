import { type Token, tokens } from '../../search/matcher.ts';
import { fold } from '../../search/text/segment.ts';

/** A word of a question, or a piece of notation such as "asse 2". */
export type Piece = Token & {
  /** The key of phrases: the word without accents and case, or the term of its notation. */
  readonly key: string;
  /** As it is written. */
  readonly written: string;
};

const NOTATION = /^(?:axis|pi):|^\d{4}\/\d{4}$/;

/** The pieces of a text. "Prima" keeps its letters as a key, although its term is 1. */
export function piecesOf(text: string): readonly Piece[] {
  return tokens(quiet(text)).map((token) => {
    const written = text.slice(token.start, token.end);
    const key = NOTATION.test(token.term) ? token.term : fold(written).replaceAll('.', '');
    return { ...token, key, written };
  });
}

/** A text all in capitals becomes lower case, since its "IL" is not an acronym; Roman numerals keep their case. */
function quiet(text: string): string {
  const lower = text.toLowerCase();
  const loud = text === text.toUpperCase() && /\p{L}{2}/u.test(text) && !/\b[IVX]+\b/.test(text);
  return loud && lower.length === text.length ? lower : text;
}

/** `axis:2` or `pi:9.iv`, as kind and code; null for an ordinary word. */
export function notationOf({ term }: Token): { readonly kind: 'axis' | 'pi'; readonly code: string } | null {
  const [kind, code] = term.split(':');
  return code !== undefined && (kind === 'axis' || kind === 'pi') ? { kind, code } : null;
}

/** A run of pieces: from `from` up to, not including, `to`. */
export type Span = { readonly from: number; readonly to: number };

/** The pieces that the text from one offset up to another touches; null where it touches none. */
export function spanOf(pieces: readonly Piece[], start: number, end: number): Span | null {
  const from = pieces.findIndex((piece) => piece.end > start);
  const after = pieces.findIndex((piece) => piece.start >= end);
  const to = after < 0 ? pieces.length : after;
  return from < 0 || from >= to ? null : { from, to };
}

type Text = { readonly text: string; readonly pieces: readonly Piece[] };

/** A span as it is written. */
export function wordsOf({ text, pieces }: Text, { from, to }: Span): string {
  return text.slice(pieces[from]?.start, pieces[to - 1]?.end);
}

/** What is written between the end of one span and the beginning of the next. */
export function gapAfter({ text, pieces }: Text, { to }: Span, from = to): string {
  return text.slice(pieces[to - 1]?.end, pieces[from]?.start);
}
