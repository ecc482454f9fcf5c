import type { Fact } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { isOperation } from '../../model/measures.ts';
import { type Ranking, rankingTitle } from '../ranking.ts';
import { subjectName } from '../words/names.ts';
import { barsOf } from './bars.ts';
import { factOf, joined, sourceLine } from './figures.ts';
import type { BarsSpec } from './spec.ts';
import { chartWords } from './words.ts';

/** `targets` of the things ranked by the value that they reached. */
type Targeted = Ranking & { readonly targets: readonly Fact[] };

const MOST_ROWS = 10;

/** The first measure that has figures, alone: another one would need another order. */
export function rankingChart({ targets, ...answer }: Targeted, locale: Locale): BarsSpec | null {
  const facts = answer.facts.filter((fact) => !isOperation(fact.measure));
  const measure = answer.measures.find((each) => factOf(facts, each));
  if (!measure) return null;
  const own = facts.filter((fact) => fact.measure === measure);
  const ranked = own.filter(({ subject }, at) => own.findIndex((fact) => fact.subject === subject) === at);
  const shown = ranked.slice(0, MOST_ROWS);
  const part = shown.length < ranked.length ? chartWords[locale].firstOf(shown.length, ranked.length) : '';
  const rows = shown.map((fact) => ({
    label: subjectName(fact.subject, locale),
    fact,
    target: targets.find(({ subject }) => subject === fact.subject),
  }));
  return barsOf(rows, {
    title: rankingTitle({ ...answer, measures: [measure] }, locale),
    caption: joined([part, sourceLine(shown, locale)]),
    locale,
  });
}
