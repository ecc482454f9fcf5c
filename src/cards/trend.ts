import type { Answer } from '../figures/answer.ts';
import type { Judged } from '../figures/limits.ts';
import { day, list } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import type { Measure } from '../model/measures.ts';
import { absentLines } from './absences.ts';
import type { CardBody } from './card.ts';
import { figureText } from './figureGroups.ts';
import { filtered } from './limits.ts';
import { capitalised, shortName, subjectName } from './words/names.ts';

export type Series = {
  readonly subject: Subject;
  readonly measure: Measure;
  readonly facts: readonly Fact[];
};
export type Trend = Answer & {
  readonly series: readonly Series[];
  /** ISO dates between which it was asked for; empty for no end. */
  readonly span: { readonly from: string; readonly to: string };
  readonly judged: Judged;
  readonly subjects: readonly Subject[];
  readonly measures: readonly Measure[];
};

/** More axes than these are called all the axes. */
const MOST_NAMED = 4;

/** From the first date to the last in the headline, every date below. */
export function trendCard(answer: Trend, locale: Locale): CardBody {
  const { series, subjects, absences = [] } = answer;
  const words = phrases[locale];
  const only = series.length === 1 ? series[0] : undefined;
  const dated = only ? datedLines(only, locale) : [];
  return {
    tone: series.length === 0 ? 'refusal' : 'plain',
    title: trendTitle(answer, locale),
    headline:
      series.length === 0
        ? words.notInSource
        : series
            .slice(0, 5)
            .map((each) => firstToLast(each, only ? [] : subjects, locale))
            .join(' · '),
    fields: (only || series.every(({ facts }) => facts.length === 1) ? [] : series).map(
      ({ subject, measure, facts }) => ({
        name: [
          ...(subjects.length > 1 ? [seriesName(subject, locale)] : []),
          capitalised(measureName(measure, subject, locale)),
        ].join(' – '),
        lines: datedLines({ facts }, locale),
        short: series.length > 1,
      }),
    ),
    below: [...dated, ...oneDateLines(series, locale), ...absentLines(absences, locale)],
    notes: [],
  };
}

function datedLines({ facts }: Pick<Series, 'facts'>, locale: Locale): readonly string[] {
  return facts.map((fact) => `${day(fact.asOf, locale)}: ${figureText([fact], locale)}`);
}

/** "Andamento – Asse II – risorse impegnate". */
export function trendTitle(
  { subjects, measures, span, judged }: Pick<Trend, 'subjects' | 'measures' | 'span' | 'judged'>,
  locale: Locale,
): string {
  const words = phrases[locale];
  const nameOf = subjects.length === 1 ? subjectName : shortName;
  const few = subjects.length <= MOST_NAMED || subjects.some(({ kind }) => kind !== 'axis');
  const names = subjects.map((one) => nameOf(one, locale));
  const who = few ? list(names, locale) : words.allAxes;
  const what = list(
    measures.map((measure) => measureName(measure, subjects[0], locale)),
    locale,
  );
  const dates = spanWords(span, locale);
  return filtered(words.trendOf([who, what, ...dates].join(' – ')), judged, locale);
}

/** "dal 31.12.2018 al 31.12.2020", or the one end that was set. */
function spanWords({ from, to }: Trend['span'], locale: Locale): readonly string[] {
  const words = phrases[locale];
  if (from === '' && to === '') return [];
  if (from === '') return [words.upTo(day(to, locale))];
  return [to === '' ? words.since(day(from, locale)) : words.span(day(from, locale), day(to, locale))];
}

/** The figures of several things together are called their sum. */
export function seriesName(subject: Subject, locale: Locale): string {
  return subject.kind === 'group' ? capitalised(phrases[locale].measures.sum) : shortName(subject, locale);
}

/** A measure of one date only is not a trend. */
function oneDateLines(all: readonly Series[], locale: Locale): readonly string[] {
  const words = phrases[locale];
  const single = (each: readonly Series[]) =>
    each.length > 0 && each.every(({ facts }) => facts.length === 1);
  if (single(all)) return [words.oneDate];
  const measures = [...new Set(all.map(({ measure }) => measure))].filter((measure) =>
    single(all.filter((each) => each.measure === measure)),
  );
  const names = measures.map((measure) => measureName(measure, all[0]?.subject, locale));
  return names.length > 0 ? [words.oneDateOf(list(names, locale))] : [];
}

/** `subjects` are those that have to be told apart; without any, the title says whose and what it is. */
function firstToLast(
  { subject, measure, facts }: Series,
  subjects: readonly Subject[],
  locale: Locale,
): string {
  const [first, last] = [facts[0], facts.at(-1)];
  const name =
    subjects.length > 1 ? seriesName(subject, locale) : capitalised(measureName(measure, subject, locale));
  const label = subjects.length === 0 ? '' : `${name}: `;
  if (!first || !last) return name;
  const from = first === last ? '' : `${figureText([first], locale)} → `;
  return `${label}${from}${figureText([last], locale)}`;
}
