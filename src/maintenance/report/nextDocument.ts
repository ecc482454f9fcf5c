import { withDay } from '../../check/text/writtenDay.ts';
import type { DocumentRecord } from '../../model/schema.ts';
import { type Page, textBetween } from './page.ts';

type Given = {
  readonly from: string;
  readonly to: string;
  /** Ids that other documents have. */
  readonly ids: readonly string[];
  /** File names of texts that other documents have. */
  readonly texts: readonly string[];
  readonly pages: readonly Page[];
  readonly samePage: ReadonlyMap<number, number>;
};

const LONGEST_ID = 40;

/**
 * The record of a new report, from that of the report of another date: the same titles with the new date. What belongs
 * to the old document alone, such as its address, is left out.
 */
export function nextDocument(
  old: DocumentRecord,
  { from, to, ids, texts, pages, samePage }: Given,
): DocumentRecord {
  const dated = (text: string) => withDay(text, from, to);
  const id = idFor(old.id, from, to, ids);
  const { url: _, pages: titled, ...rest } = old;
  const record = {
    ...rest,
    id,
    title: { it: dated(old.title.it), en: dated(old.title.en) },
    text: textName(id, texts),
  };
  if (!titled) return record;
  const known = new Map(
    titled.flatMap(({ page, title, axis }) => {
      const now = samePage.get(page);
      return now === undefined ? [] : [[now, { page: now, title: dated(title), axis }] as const];
    }),
  );
  return {
    ...record,
    pages: pages.map((page, at) => known.get(at + 1) ?? { page: at + 1, title: firstLine(page), axis: null }),
  };
}

/** No text of another document is written over. */
function textName(id: string, taken: readonly string[]): string {
  const names = [id, ...taken.map((_, at) => `${id}-${at + 2}`)].map((name) => `${name}.txt`);
  return names.find((name) => !taken.includes(name)) ?? `${id}.txt`;
}

function firstLine(page: Page): string {
  const [first] = page.tokens;
  const last = page.tokens.findLast(({ line }) => line === first?.line);
  return first && last ? textBetween(page, first, last).slice(0, 200) : '–';
}

/** `slides-2020` → `slides-2023`; where that is taken, with the whole date. */
function idFor(old: string, from: string, to: string, taken: readonly string[]): string {
  const [year, next] = [from.slice(0, 4), to.slice(0, 4)];
  const stem = old.replaceAll(from, '').replaceAll(year, '').replace(/-+$/, '') || 'document';
  const wishes = [old.replaceAll(from, to).replaceAll(year, next), `${stem}-${to}`];
  const numbered = Array.from(
    { length: taken.length + 1 },
    (_, at) => `${stem.slice(0, 20)}-${to}-${at + 2}`,
  );
  return (
    [...wishes, ...numbered].find((id) => id.length <= LONGEST_ID && !taken.includes(id)) ?? `document-${to}`
  );
}
