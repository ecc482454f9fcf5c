import { day, formula } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import type { Citation } from '../model/dataset.ts';
import { type Fact, printedInputs } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import { type Card, section } from './card.ts';
import { figureGroups, headedLine } from './figureGroups.ts';
import { capitalised, shortName } from './names.ts';

/** Where every figure of an answer is printed: document, page, printed form, words around it, and formula. */
export function sourcesCard(
  { card, facts }: { readonly card: Card; readonly facts: readonly Fact[] },
  locale: Locale,
): Card {
  const words = phrases[locale];
  return {
    tone: 'plain',
    title: words.sourcesOf(card.title),
    headline: card.headline,
    fields: figureGroups(facts).map((group) =>
      section(`${shortName(group[0].subject, locale)} – ${headedLine(group, locale)}`, [
        ...new Set(group.flatMap((fact) => lines(fact, locale))),
      ]),
    ),
    notes: [],
    footer: card.footer,
  };
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
