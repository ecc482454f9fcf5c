/** Pages of a plain text stand apart by form feeds, as pdftotext writes them, or by three blank lines. */
const BETWEEN_PAGES = /\f|\n(?:[ \t]*\n){3}/;
/** A word that the end of a line breaks. */
export const BROKEN_WORD = /(\p{L})-[ \t]*\n\s*(?=\p{L})/gu;

/** The pages of a document's plain text, each as one line: white space collapsed, broken words joined. */
export function pagesOf(text: string): readonly string[] {
  return rawPagesOf(text).map(oneLine);
}

/** The pages of a document's plain text with their lines as they are. */
export function rawPagesOf(text: string): readonly string[] {
  return text.replaceAll('\r\n', '\n').split(BETWEEN_PAGES);
}

/** What would be changed of a text; most texts of a dataset are one line already, and are asked for often. */
const UNEVEN = /[^\S ]|’| {2}|^ | $/;

export function oneLine(text: string): string {
  if (!UNEVEN.test(text)) return text;
  return text.replace(BROKEN_WORD, '$1').replace(/\s+/g, ' ').replaceAll('’', "'").trim();
}

/** `5,3` stands in `per 5,3 Mln€`, not in `15,3` nor in `5,30`. */
export function holdsFigure(text: string, printed: string): boolean {
  return placesOfFigure(text, printed).length > 0;
}

/** Where a figure stands in a text, which is read as one line. */
export function placesOfFigure(
  text: string,
  printed: string,
): readonly { readonly line: string; readonly start: number }[] {
  const [line, figure] = [oneLine(text), oneLine(printed)];
  if (!line.includes(figure)) return [];
  const escaped = figure.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const places = line.matchAll(new RegExp(`(?<!\\d|\\d[.,])${escaped}(?!\\d|[.,]\\d)`, 'g'));
  return [...places].map(({ index }) => ({ line, start: index }));
}

/** Words are compared without capitals: slides print the same name in either. */
export function holdsWords(text: string, words: string): boolean {
  return oneLine(text).toLowerCase().includes(oneLine(words).toLowerCase());
}
