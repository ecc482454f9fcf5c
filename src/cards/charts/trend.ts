import { day, list, number } from '../../locale/format.ts';
import { measureName } from '../../locale/measureName.ts';
import { type Fact, printedInputs } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { seriesName, type Trend, type Series as TrendSeries, trendTitle } from '../trend.ts';
import { capitalised } from '../words/names.ts';
import { altOf } from './alt.ts';
import { type Asked, figureText, hueOf, scaleOf, sourceLine, starred } from './figures.ts';
import { jumpsOf } from './jumps.ts';
import type { Head, LinesSpec, Series } from './spec.ts';
import { chartWords } from './words.ts';

type Said = Pick<LinesSpec, 'series' | 'jumps' | 'points'>;
type Labelled = { readonly label: string; readonly facts: readonly Fact[] };

/** More points than the alt text has room for. */
const MANY_POINTS = 20;

/** A line for each axis or for each measure, whichever there are more of to tell apart. */
export function trendChart({ series, facts, ...topic }: Trend, locale: Locale): LinesSpec | null {
  const label = ({ subject, measure }: TrendSeries) =>
    [
      ...(topic.subjects.length > 1 ? [seriesName(subject, locale)] : []),
      ...(topic.measures.length > 1 || topic.subjects.length === 1
        ? [capitalised(measureName(measure, subject, locale))]
        : []),
    ].join(' – ');
  const asked = { title: trendTitle(topic, locale), caption: sourceLine(facts, locale), locale };
  return linesOf(
    series.map((each) => ({ label: label(each), facts: each.facts })),
    asked,
  );
}

/** Things over the reporting dates of their facts, in any order; null where no series has two dates. */
export function linesOf(given: readonly Labelled[], asked: Asked): LinesSpec | null {
  const scale = scaleOf(
    given.flatMap(({ facts }) => facts),
    asked,
  );
  if (!scale || given.every(({ facts }) => facts.length < 2)) return null;
  const series = given.flatMap(({ label, facts }): readonly Series[] => {
    const [first] = facts;
    const points = facts
      .map((fact) => ({
        ...scale.datum(fact),
        short: starred(short(fact, asked.locale), fact),
        date: fact.asOf,
        hollow: isOpenData(fact),
      }))
      .toSorted((a, b) => a.date.localeCompare(b.date));
    return first ? [{ label, hue: hueOf(first.subject), points }] : [];
  });
  const words = chartWords[asked.locale];
  const jumps = jumpsOf(series).map((date) => ({ date, label: words.jump(date.slice(0, 4)) }));
  const all = series.flatMap(({ points }) => points);
  const alike = all.every(({ hollow }) => hollow === all[0]?.hollow);
  const points = [
    { label: words.slides, hollow: false },
    { label: words.openData, hollow: true },
  ];
  const said = { series, jumps, points: alike ? [] : points };
  return { kind: 'lines', ...scale.head, ...said, alt: linesAlt(said, scale.head) };
}

/** Whether every figure behind it is from the Commission's open data. */
function isOpenData(fact: Fact): boolean {
  return printedInputs(fact).every(({ source }) => source.document.import !== undefined);
}

/** Exact euros keep their unit: beside an axis in millions they would be read as millions. */
function short(fact: Fact, locale: Locale): string {
  return fact.unit === 'MEUR' ? number(fact.value, locale) : figureText(fact, locale);
}

/** Every value or, of many, the ends of each line; which are from where; then the jumps. */
function linesAlt({ series, jumps, points: kinds }: Said, head: Head): string {
  const { locale } = head;
  const words = chartWords[locale];
  const crowded = series.reduce((sum, { points }) => sum + points.length, 0) > MANY_POINTS;
  const lines = series.map(({ label, points }) => {
    const from = (hollow: boolean) =>
      kinds.length === 0 ? '' : `, ${hollow ? words.openData : words.slides}`;
    const dated = points.map(({ text, date, hollow }) => `${text} (${day(date, locale)}${from(hollow)})`);
    const [first = '', last = ''] = [dated[0], dated.at(-1)];
    const ends = crowded && points.length > 1;
    return { label, text: ends ? words.fromTo(first, last) : dated.join(', ') };
  });
  const [only, ...others] = series;
  const ranked = only && others.length === 0 ? only.points : [];
  const years = jumps.map(({ date }) => date.slice(0, 4));
  const jumped = years.length > 0 ? ` ${words.jumps(list(years, locale))}` : '';
  return altOf(
    'lines',
    head,
    lines,
    ranked.map(({ date, value, text }) => ({ label: day(date, locale), value, text })),
    jumped,
  );
}
