import { day, list } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import { type Fact, printedInputs } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import type { Card, CardBody } from './card.ts';
import { notesOf } from './notes.ts';

/** Adds what every answer must carry to the card of a command: the notes of its facts, their sources and their date. */
export function dress(body: CardBody, facts: readonly Fact[], locale: Locale): Card {
  const own = new Set(body.notes);
  const notes = [...own, ...notesOf(facts, own, locale)];
  return { ...body, notes, footer: footer(facts, locale) };
}

/** "Fonte: Il POR FSE … (slide 1, 6) · dati al 31.12.2020". */
export function footer(facts: readonly Fact[], locale: Locale): string {
  const printed = facts.flatMap((fact) => printedInputs(fact));
  if (printed.length === 0) return '';
  const documents = [...new Set(printed.map((fact) => fact.source.document))];
  const sources = documents.map((document) => {
    const cited = printed.filter((fact) => fact.source.document === document);
    const pages = [...new Set(cited.map((fact) => fact.source.page))].sort((a, b) => a - b);
    return `${document.title[locale]}, ${phrases[locale].page[document.page]} ${numbered(pages, document.page === 'row')}`;
  });
  const dates = [...new Set(printed.map((fact) => fact.asOf))].sort().map((date) => day(date, locale));
  return `${phrases[locale].source}: ${sources.join('; ')} · ${phrases[locale].asOf(list(dates, locale))}`;
}

/** "1, 2, 5": every slide; of a table's many rows those in a row together, "2–15, 31–33". */
function numbered(pages: readonly number[], rows: boolean): string {
  if (!rows) return pages.join(', ');
  const starts = pages.filter((page) => !pages.includes(page - 1));
  const runs = starts.map((start) => {
    const end = pages.find((page) => page >= start && !pages.includes(page + 1)) ?? start;
    return end - start < 2
      ? pages.filter((page) => page >= start && page <= end).join(', ')
      : `${start}–${end}`;
  });
  return runs.join(', ');
}
