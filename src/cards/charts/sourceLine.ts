import { list } from '../../locale/format.ts';
import { phrases } from '../../locale/phrases.ts';
import { type Fact, printedInputs } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';

/** Whose figures a picture shows, for one that is passed on without its card. */
export function sourceLine(facts: readonly Fact[], locale: Locale): string {
  const documents = new Set(
    facts.flatMap((fact) => printedInputs(fact)).map(({ source }) => source.document),
  );
  const titles = [...documents].map(({ title }) => title[locale]);
  return titles.length === 0 ? '' : `${phrases[locale].source}: ${list(titles, locale)}`;
}
