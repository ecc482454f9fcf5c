import { capitalised } from '../cards/names.ts';
import { seriesName, trendTitle } from '../cards/trend.ts';
import type { ChartSpec } from '../chart.ts';
import type { Answer } from '../command.ts';
import type { Locale } from '../locale/locale.ts';
import { measureName } from '../locale/measureName.ts';
import type { Subject } from '../programme/dataset.ts';
import type { Fact } from '../programme/facts.ts';
import type { Judged } from '../programme/limits.ts';
import type { Measure } from '../programme/measures.ts';
import { linesOf } from './lines.ts';
import { sourceLine } from './sourceLine.ts';

type Series = { readonly subject: Subject; readonly measure: Measure; readonly facts: readonly Fact[] };
type Trend = Answer & {
  readonly series: readonly Series[];
  readonly subjects: readonly Subject[];
  readonly measures: readonly Measure[];
  readonly span: { readonly from: string; readonly to: string };
  readonly judged: Judged;
};

/** A line for each axis or for each measure, whichever there are more of to tell apart. */
export function trendChart({ series, facts, ...topic }: Trend, locale: Locale): ChartSpec | null {
  const label = ({ subject, measure }: Series) =>
    [
      ...(topic.subjects.length > 1 ? [seriesName(subject, locale)] : []),
      ...(topic.measures.length > 1 || topic.subjects.length === 1
        ? [capitalised(measureName(measure, subject, locale))]
        : []),
    ].join(' – ');
  return linesOf({
    title: trendTitle(topic, locale),
    caption: sourceLine(facts, locale),
    locale,
    series: series.map((each) => ({ label: label(each), facts: each.facts })),
  });
}
