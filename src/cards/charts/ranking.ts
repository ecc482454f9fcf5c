import type { Fact } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { isOperation } from '../../model/measures.ts';
import { subjectName } from '../names.ts';
import { type Ranking, rankingTitle } from '../ranking.ts';
import { barsOf } from './bars.ts';
import { factOf, joined } from './figures.ts';
import { sourceLine } from './sourceLine.ts';
import type { ChartSpec } from './spec.ts';
import { chartWords } from './words.ts';

/** `targets` of the things ranked by the value that they reached. */
type Targeted = Ranking & { readonly targets: readonly Fact[] };

const MOST_ROWS = 10;

/** The first measure that has figures, alone: another one would need another order. */
export function rankingChart({ targets, ...answer }: Targeted, locale: Locale): ChartSpec | null {
  const facts = answer.facts.filter(({ measure }) => !isOperation(measure));
  const { measures } = answer;
  const measure = measures.find((each) => facts.some((fact) => fact.measure === each));
  if (!measure) return null;
  const ranked = [...new Set(facts.map(({ subject }) => subject))].flatMap(
    (subject) =>
      factOf(
        facts.filter((fact) => fact.subject === subject),
        measure,
      ) ?? [],
  );
  const shown = ranked.slice(0, MOST_ROWS);
  const part = shown.length < ranked.length ? chartWords[locale].firstOf(shown.length, ranked.length) : '';
  return barsOf({
    title: rankingTitle({ ...answer, measures: [measure] }, locale),
    caption: joined([part, sourceLine(shown, locale)]),
    locale,
    rows: shown.map((fact) => ({
      label: subjectName(fact.subject, locale),
      fact,
      target: targets.find(({ subject }) => subject === fact.subject),
    })),
  });
}
