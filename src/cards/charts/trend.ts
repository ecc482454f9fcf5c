import type { Answer } from '../../figures/answer.ts';
import type { Judged } from '../../figures/limits.ts';
import { measureName } from '../../locale/measureName.ts';
import type { Subject } from '../../model/dataset.ts';
import type { Fact } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import type { Measure } from '../../model/measures.ts';
import { capitalised } from '../names.ts';
import { seriesName, trendTitle } from '../trend.ts';
import { linesOf } from './lines.ts';
import { sourceLine } from './sourceLine.ts';
import type { ChartSpec } from './spec.ts';

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
