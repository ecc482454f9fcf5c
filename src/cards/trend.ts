import type { CardBody } from '../card.ts';
import type { Answer } from '../command.ts';
import { day, list } from '../locale/format.ts';
import type { Locale } from '../locale/locale.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../programme/dataset.ts';
import type { Fact } from '../programme/facts.ts';
import type { Measure } from '../programme/measures.ts';
import { absentLines } from './absences.ts';
import { said } from './figureGroups.ts';
import { capitalised, shortName, subjectName } from './names.ts';

type Series = { readonly subject: Subject; readonly measure: Measure; readonly facts: readonly Fact[] };
type Trend = Answer & {
  readonly series: readonly Series[];
  readonly subjects: readonly Subject[];
  readonly measures: readonly Measure[];
};

/** More axes than this are all of them. */
const MOST_NAMED = 4;

/** From the first date to the last in the headline, every date below. */
export function trendCard({ series, subjects, measures, absences = [] }: Trend, locale: Locale): CardBody {
  const words = phrases[locale];
  return {
    tone: series.length === 0 ? 'refusal' : 'plain',
    title: trendTitle({ subjects, measures }, locale),
    headline:
      series.length === 0
        ? words.notInSource
        : series
            .slice(0, 5)
            .map((each) => firstToLast(each, subjects, locale))
            .join(' · '),
    fields: series.map(({ subject, measure, facts }) => ({
      name: [
        subjects.length > 1 ? shortName(subject, locale) : '',
        capitalised(measureName(measure, subject, locale)),
      ]
        .filter(Boolean)
        .join(' – '),
      lines: facts.map((fact) => `${day(fact.asOf, locale)}: ${said([fact], locale)}`),
      short: series.length > 1,
    })),
    notes: [
      ...(series.length > 0 && series.every(({ facts }) => facts.length === 1) ? [words.oneDate] : []),
      ...absentLines(absences, locale),
    ],
  };
}

/** "Andamento – Asse II – risorse impegnate". */
export function trendTitle(
  { subjects, measures }: Pick<Trend, 'subjects' | 'measures'>,
  locale: Locale,
): string {
  const words = phrases[locale];
  const name = subjects.length === 1 ? subjectName : shortName;
  const few = subjects.length <= MOST_NAMED || subjects.some(({ kind }) => kind !== 'axis');
  const who = few
    ? [
        list(
          subjects.map((one) => name(one, locale)),
          locale,
        ),
      ]
    : [words.allAxes];
  const what = list(
    measures.map((measure) => measureName(measure, subjects[0], locale)),
    locale,
  );
  return words.trendOf([...who, what].join(' – '));
}

function firstToLast(
  { subject, measure, facts }: Series,
  subjects: readonly Subject[],
  locale: Locale,
): string {
  const [first, last] = [facts[0], facts.at(-1)];
  const label =
    subjects.length > 1 ? shortName(subject, locale) : capitalised(measureName(measure, subjects[0], locale));
  if (!first || !last) return label;
  const from = first === last ? '' : `${said([first], locale)} → `;
  return `${label}: ${from}${said([last], locale)}`;
}
