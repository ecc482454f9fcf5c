import { day, list } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import { type Fact, printedInputs } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import type { Card, CardBody } from './card.ts';
import { notesOf, remarksOf } from './words/notes.ts';

/** Adds what every answer must carry to the card of a command: the notes of its facts, their sources and their date. */
export function dress(body: CardBody, facts: readonly Fact[], locale: Locale): Card {
  const own = new Set(body.notes);
  const notes = [...own, ...notesOf(facts, own, locale)];
  // A card without figures is a text: what a careful reader must know of it is part of the text.
  const said = body.remarks ?? (facts.length === 0 ? body.notes : []);
  const remarks = [...new Set([...said, ...remarksOf(facts, locale)])];
  return { ...body, notes, remarks, footer: footer(facts, locale, textOf(body)) };
}

/** What a card says besides its notes and its footer. */
export function textOf({ title, headline, below = [], fields }: CardBody): string {
  return [title, headline, ...below, ...fields.flatMap(({ name, lines }) => [name, ...lines])].join('\n');
}

/** "Fonte: Regione Lombardia, slide 1, 6"; and each date of the figures that `said`, the rest of the card, does not say. */
export function footer(facts: readonly Fact[], locale: Locale, said = ''): string {
  const printed = facts.flatMap((fact) => printedInputs(fact));
  if (printed.length === 0) return '';
  const documents = [...new Set(printed.map((fact) => fact.source.document))];
  const sources = documents.map((document) => {
    const cited = printed.filter((fact) => fact.source.document === document);
    const pages = [...new Set(cited.map((fact) => fact.source.page))].sort((a, b) => a - b);
    const name = (document.short ?? document.title)[locale];
    return `${name}, ${phrases[locale].page[document.page]} ${numbered(pages, document.page === 'row')}`;
  });
  const dates = [...new Set(printed.map((fact) => fact.asOf))].sort().map((date) => day(date, locale));
  const unsaid = dates.filter((date) => !said.includes(date));
  const when = unsaid.length > 0 ? [phrases[locale].asOf(list(unsaid, locale))] : [];
  return [`${phrases[locale].source}: ${sources.join('; ')}`, ...when].join(' · ');
}

/** More rows of a table than these are named with the sources, not on the card. */
const MOST_RUNS = 6;

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
  return [...runs.slice(0, MOST_RUNS), ...(runs.length > MOST_RUNS ? ['…'] : [])].join(', ');
}
