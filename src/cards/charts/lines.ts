import { number } from '../../locale/format.ts';
import type { Fact } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { altOf } from './alt.ts';
import { type Asked, hueOf, said, scaleOf } from './figures.ts';
import type { LinesSpec } from './spec.ts';

type Labelled = { readonly label: string };
type Wanted = Asked & {
  readonly series: readonly (Labelled & { readonly facts: readonly Fact[] })[];
  /** Levels to compare with, such as a target. */
  readonly marks?: readonly (Labelled & { readonly fact: Fact })[];
};

/** Things over the reporting dates of their facts, in any order; null where no series has two dates. */
export function linesOf({ series, marks = [], ...asked }: Wanted): LinesSpec | null {
  const scale = scaleOf([...series.flatMap(({ facts }) => facts), ...marks.map(({ fact }) => fact)], asked);
  if (!scale || series.every(({ facts }) => facts.length < 2)) return null;
  const spec = {
    kind: 'lines' as const,
    title: asked.title,
    caption: scale.caption,
    locale: asked.locale,
    unit: scale.unit,
    series: series.flatMap(({ label, facts }) => {
      const [first] = facts;
      if (!first) return [];
      const points = facts
        .map((fact) => ({ ...scale.datum(fact), short: short(fact, asked.locale), date: fact.asOf }))
        .sort((a, b) => a.date.localeCompare(b.date));
      return [{ label, hue: hueOf(first.subject), points }];
    }),
    marks: marks.map(({ label, fact }) => ({ label, ...scale.datum(fact) })),
  };
  return { ...spec, alt: altOf(spec) };
}

/** Exact euros keep their unit: beside an axis in millions they would be read as millions. */
function short(fact: Fact, locale: Locale): string {
  return fact.unit === 'MEUR' ? number(fact.value, locale) : said(fact, locale);
}
