import type { Answer } from '../figures/answer.ts';
import { day, factAmount } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import type { SubjectOf } from '../model/kinds.ts';
import type { Locale } from '../model/locale.ts';
import { type Measure, RATES } from '../model/measures.ts';
import { absentLines } from './absences.ts';
import type { CardBody, CardField } from './card.ts';
import { type FigureGroup, grouped, said } from './figureGroups.ts';
import { indicatorLine } from './indicators.ts';
import { capitalised, subjectName } from './names.ts';

type Briefing = Answer & {
  readonly axis: SubjectOf<'axis'> | undefined;
  readonly money: readonly Fact[];
  readonly rates: readonly Fact[];
  readonly outstanding: readonly Fact[];
  readonly people: readonly Fact[];
  readonly indicators: readonly Fact[];
  readonly results: readonly SubjectOf<'indicator'>[];
  readonly initiatives: readonly Subject[];
  readonly asOf: string;
};

/** One axis for a meeting: money with rates, people, indicators, initiatives and what is outstanding. */
export function briefingCard(answer: Briefing, locale: Locale): CardBody {
  const words = phrases[locale];
  const initiatives = answer.initiatives.map((one) => `• ${subjectName(one, locale)}`);
  const fields = [
    { name: words.money, lines: money(answer, locale) },
    { name: words.outstanding, lines: lines(answer.outstanding, locale) },
    { name: words.people, lines: lines(answer.people, locale) },
    {
      name: words.indicatorsTitle,
      lines: answer.results.map((one) => indicatorLine(one, answer.indicators, locale)),
    },
    { name: `${words.initiatives} (${initiatives.length})`, lines: initiatives },
  ];
  return {
    tone: answer.facts.length === 0 ? 'refusal' : 'plain',
    title: briefingTitle(answer.axis, answer.asOf, locale),
    headline: headline(answer, locale),
    fields: fields
      .filter((field) => field.lines.length > 0)
      .map((field): CardField => ({ ...field, short: false })),
    notes: answer.facts.length === 0 ? [] : absentLines(answer.absences ?? [], locale),
  };
}

/** "Scheda – Asse II – Inclusione sociale al 31.12.2020". */
export function briefingTitle(axis: Subject | undefined, asOf: string, locale: Locale): string {
  const words = phrases[locale];
  const name = axis ? subjectName(axis, locale) : '';
  return `${words.briefingOf(name)} ${words.asOf(day(asOf, locale))}`;
}

/** "Spesa certificata: 109,8 Mln € / 379,0 Mln €, il 29,0%": how far the last step that is known has come, of how much. */
function headline({ money, rates }: Briefing, locale: Locale): string {
  const { notInSource, ofAllocation } = phrases[locale];
  const say = (fact: Fact) => `${labelOf([fact], locale)}: ${factAmount(fact, locale)}`;
  const allocation = money.find(({ measure }) => measure === 'allocation');
  if (!allocation) return notInSource;
  const furthest = money.findLast(
    ({ measure, unit }) => measure !== 'allocation' && unit === allocation.unit,
  );
  const rate = furthest && rates.find(({ measure }) => isRateOf(measure, furthest.measure));
  if (!furthest || !rate) return say(allocation);
  return `${say(furthest)} / ${factAmount(allocation, locale)}, ${ofAllocation(said([rate], locale))}`;
}

/** Each step with its rate on the allocation beside it. */
function money({ money: steps, rates }: Briefing, locale: Locale): readonly string[] {
  const groups = grouped(steps);
  const own = groups.map((group) => {
    const rate = rates.find(({ measure }) => isRateOf(measure, group[0].measure));
    const beside = rate ? ` – ${said([rate], locale)}` : '';
    return `${labelOf(group, locale)}: ${said(group, locale)}${beside}`;
  });
  const more = grouped(rates.filter(({ measure }) => measure === 'rate-commitment-with-cigd'));
  return [...own, ...more.map((group) => `${labelOf(group, locale)}: ${said(group, locale)}`)];
}

function isRateOf(rate: Measure, measure: Measure): boolean {
  const parts = Object.entries(RATES).find(([name]) => name === rate)?.[1];
  return parts?.[0] === measure && parts[1] === 'allocation';
}

function labelOf([{ measure, subject }]: FigureGroup, locale: Locale): string {
  return capitalised(measureName(measure, subject, locale));
}

function lines(facts: readonly Fact[], locale: Locale): readonly string[] {
  return grouped(facts).map((group) => `${labelOf(group, locale)}: ${said(group, locale)}`);
}
