import { BROKEN_WORD, rawPagesOf } from '../../check/source-text.ts';

/** A word, a number or a single sign of a page. `start` and `end` are places in the text of the page. */
export type Token = {
  readonly kind: 'number' | 'word' | 'sign';
  /** Lower case, with straight apostrophes: what two texts are compared by. */
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  /** Of the document's own lines, which no layout tears apart; the first is 0. */
  readonly line: number;
};

/** A page in reading order: its text on one line, apostrophes as they are printed, and what the text consists of. */
export type Page = { readonly text: string; readonly tokens: readonly Token[] };

/** Numbers as Italian documents print them; `CO16` is a word, and `19/20` two numbers. */
const TOKEN =
  /(?<word>\p{L}[\p{L}\p{M}\d]*)|(?<number>\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?)|(?<sign>[^\s\p{L}\d])/gu;

/** The pages of a document's plain text; page 1 first, without what is empty at the end. */
export function pagesIn(text: string): readonly Page[] {
  return rawPagesOf(text.trimEnd()).map(pageIn);
}

/** One page of a text; a quotation is read in the same way. */
export function pageIn(raw: string): Page {
  const pieces: string[] = [];
  const tokens: Token[] = [];
  let start = 0;
  for (const [line, words] of linesOf(raw).entries()) {
    for (const piece of words) {
      tokens.push(...tokensIn(piece, start, line));
      pieces.push(piece);
      start += piece.length + 1;
    }
  }
  return { text: pieces.join(' '), tokens };
}

const linesOf = (raw: string) =>
  raw
    .replace(BROKEN_WORD, '$1')
    .split('\n')
    .map((line) => line.split(/\s+/).filter((piece) => piece !== ''));

function tokensIn(piece: string, offset: number, line: number): readonly Token[] {
  return [...piece.matchAll(TOKEN)].map(({ index, groups, 0: text }) => ({
    kind: groups?.word ? 'word' : groups?.number ? 'number' : 'sign',
    plain: text.toLowerCase().replaceAll('’', "'"),
    start: offset + index,
    end: offset + index + text.length,
    line,
  }));
}

/** The places, by tokens, where some words begin; none for no words. */
export function placesOfWords(tokens: readonly Token[], words: string): readonly number[] {
  const wanted = pageIn(words).tokens;
  if (wanted.length === 0) return [];
  return [...tokens.keys()].filter((start) =>
    wanted.every(({ plain }, at) => tokens[start + at]?.plain === plain),
  );
}

/** What a page says from one token to another, both included. */
export function textBetween({ text }: Page, from: Token, to: Token): string {
  return text.slice(from.start, to.end);
}
