import { grouped } from '../../model/grouped.ts';
import type { Bilingual } from '../../model/schema.ts';
import type { Path } from '../place.ts';
import { printingsIn } from '../rows.ts';
import type { Around, Snapshot } from '../rule.ts';
import { type Claims, claimsOn } from './claims.ts';
import type { Span } from './numerals.ts';

/** A page that a snapshot cites and whose text is at hand; `path` is that of the first record that cites it. */
export type CitedPage = {
  readonly document: string;
  readonly title: Bilingual;
  readonly page: number;
  readonly text: string;
  readonly claims: Claims;
  readonly path: Path;
};

export function citedPages(file: Snapshot, { texts, programme }: Around): readonly CitedPage[] {
  if (texts.size === 0) return [];
  const pages = grouped(printingsIn(file), ({ document, page }) => `${document} ${page}`);
  return [...pages.values()].flatMap(([first]) => {
    const { document = '', page = 0, path = [] } = first ?? {};
    const text = texts.get(document)?.[page - 1];
    if (text === undefined) return [];
    const { title = { it: document, en: document } } =
      programme.documents.find(({ id }) => id === document) ?? {};
    const claims = claimsOn(file.content, programme, document, page);
    return [{ document, title, page, text, claims, path }];
  });
}

const BESIDE = 30;

/** The words on both sides of a stretch of a page, from a word to a word. */
export function wordsAround(page: string, { start, end }: Span): string {
  const before = page.slice(Math.max(0, start - BESIDE), start).replace(start > BESIDE ? /^\S*\s/ : /^/, '');
  const after = page.slice(end, end + BESIDE).replace(end + BESIDE < page.length ? /\s\S*$/ : /$/, '');
  return `${before}${page.slice(start, end)}${after}`.trim();
}
