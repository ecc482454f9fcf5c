import { day, formula } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import type { Citation } from '../model/dataset.ts';
import { type Fact, printedInputs } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import { type Card, section } from './card.ts';
import { figureGroups, headedLine } from './figureGroups.ts';
import { capitalised, inLanguage, shortName } from './names.ts';

/** Where every figure of an answer is printed: document, page, printed form, words around it, and formula; then every note. */
export function sourcesCard(
  { card, facts }: { readonly card: Card; readonly facts: readonly Fact[] },
  locale: Locale,
): Card {
  const words = phrases[locale];
  const figures = figureGroups(facts).map((group) =>
    section(`${shortName(group[0].subject, locale)} – ${headedLine(group, locale)}`, [
      ...new Set(group.flatMap((fact) => lines(fact, locale))),
    ]),
  );
  const licences = documentsOf(facts).flatMap(({ title, licence }) =>
    licence === undefined ? [] : [`${title[locale]}: ${inLanguage(licence, locale)}`],
  );
  const notes = card.notes.length > 0 ? [section(words.notes, card.notes)] : [];
  return {
    tone: 'plain',
    title: words.sourcesOf(card.title),
    headline: card.headline,
    fields: [...figures, ...notes, ...(licences.length > 0 ? [section(words.licences, licences)] : [])],
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

function lines(fact: Fact, locale: Locale): readonly string[] {
  const computed =
    fact.status === 'derived'
      ? [capitalised(phrases[locale].derivedFrom(formula(fact.formula, locale)))]
      : [];
  const cited = printedInputs(fact).flatMap(({ source, also, asOf }) =>
    [source, ...also].map((citation) => line(citation, asOf, locale)),
  );
  return [...computed, ...cited];
}

function line({ document, page, printed, quote }: Citation, asOf: string, locale: Locale): string {
  const where = `${document.title[locale]}, ${phrases[locale].page[document.page]} ${page}`;
  const words = quote !== null && quote !== printed ? ` – «${quote}»` : '';
  return `«${printed}»${words} · ${where} · ${phrases[locale].asOf(day(asOf, locale))}`;
}
