import { day, formula } from '../../locale/format.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Citation } from '../../model/dataset.ts';
import { type Fact, printedInputs } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { type Card, section } from '../card.ts';
import { figureGroups, headedLine, publishedFirst } from '../figureGroups.ts';
import { capitalised, inLanguage, shortName } from './names.ts';

/** Where every figure of an answer is printed: document, page, printed form, words around it, and formula; then every note and the documents. */
export function sourcesCard(
  { card, facts }: { readonly card: Card; readonly facts: readonly Fact[] },
  locale: Locale,
): Card {
  const words = phrases[locale];
  const dated = new Set(facts.flatMap(printedInputs).map(({ asOf }) => asOf)).size > 1;
  const figures = figureGroups(facts)
    .map(publishedFirst)
    .map((group) =>
      section(`${shortName(group[0].subject, locale)} – ${headedLine(group, locale)}`, [
        ...new Set(group.flatMap((fact) => lines(fact, dated, locale))),
      ]),
    );
  const documents = documentsOf(facts).map(({ title, licence }) =>
    licence === undefined ? title[locale] : `${title[locale]} – ${inLanguage(licence, locale)}`,
  );
  const computed = facts.flatMap((fact) => (fact.status === 'derived' ? formula(fact.formula, locale) : []));
  const said = card.notes.filter((note) => !computed.some((how) => note.endsWith(how)));
  const notes = said.length > 0 ? [section(words.notes, said)] : [];
  return {
    tone: 'plain',
    title: words.sourcesOf(card.title),
    headline: card.headline,
    fields: [...figures, ...notes, ...(documents.length > 0 ? [section(words.documents, documents)] : [])],
    notes: [],
    footer: card.footer,
  };
}

/** The documents of an answer that can be opened, each once: "Commissione europea, avanzamento finanziario". */
export function linksOf(facts: readonly Fact[], locale: Locale) {
  return documentsOf(facts).flatMap(({ url, short, title }) =>
    url === undefined ? [] : [{ url, label: (short ?? title)[locale] }],
  );
}

function documentsOf(facts: readonly Fact[]) {
  const cited = facts.flatMap(printedInputs).flatMap(({ source, also }) => [source, ...also]);
  return [...new Set(cited.map(({ document }) => document))];
}

function lines(fact: Fact, dated: boolean, locale: Locale): readonly string[] {
  const computed =
    fact.status === 'derived'
      ? [capitalised(phrases[locale].derivedFrom(formula(fact.formula, locale)))]
      : [];
  const cited = printedInputs(fact).flatMap(({ source, also, asOf }) =>
    [source, ...also].map((citation) => line(citation, dated ? asOf : null, locale)),
  );
  return [...computed, ...cited];
}

/** The date only where the answer has several: its title says the one. */
function line({ document, page, printed, quote }: Citation, asOf: string | null, locale: Locale): string {
  const where = `${(document.short ?? document.title)[locale]}, ${phrases[locale].page[document.page]} ${page}`;
  const words = quote !== null && quote !== printed ? ` – «${quote}»` : '';
  const when = asOf === null ? [] : [phrases[locale].asOf(day(asOf, locale))];
  return [`«${printed}»${words}`, where, ...when].join(' · ');
}
