import type { Answer } from '../figures/answer.ts';
import { day, factAmount } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import type { SubjectOf } from '../model/kinds.ts';
import type { Locale } from '../model/locale.ts';
import { type Measure, RATES } from '../model/measures.ts';
import { absentLines } from './absences.ts';
import { type CardBody, section } from './card.ts';
import { figureGroups, figureText, headedLine, headingOf } from './figureGroups.ts';
import { indicatorLine } from './indicators.ts';
import { subjectName } from './words/names.ts';

export type Briefing = Answer & {
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
    section(words.money, money(answer, locale)),
    section(words.outstanding, lines(answer.outstanding, locale)),
    section(words.people, lines(answer.people, locale)),
    section(
      words.indicatorsTitle,
      answer.results.map((one) => indicatorLine(one, answer.indicators, locale)),
    ),
    section(`${words.initiatives} (${initiatives.length})`, initiatives),
  ];
  return {
    tone: answer.facts.length === 0 ? 'refusal' : 'plain',
    title: briefingTitle(answer.axis, answer.asOf, locale),
    headline: headline(answer, locale),
    fields: fields.filter((field) => field.lines.length > 0),
    below: answer.facts.length === 0 ? [] : absentLines(answer.absences ?? [], locale),
    notes: [],
  };
}

/** "Scheda – Asse II – Inclusione sociale al 31.12.2020". */
export function briefingTitle(axis: Subject | undefined, asOf: string, locale: Locale): string {
  const words = phrases[locale];
  const name = axis ? subjectName(axis, locale) : '';
  return `${words.briefingOf(name)} ${words.asOf(day(asOf, locale))}`;
}

/** "Spesa certificata: 109,8 Mln € · 29,0% della dotazione": how far the last step that is known has come. */
function headline({ money, rates }: Briefing, locale: Locale): string {
  const { notInSource, ofAllocation } = phrases[locale];
  const say = (fact: Fact) => `${headingOf([fact], locale)}: ${factAmount(fact, locale)}`;
  const allocation = money.find(({ measure }) => measure === 'allocation');
  if (!allocation) return notInSource;
  const furthest = money.findLast(
    ({ measure, unit }) => measure !== 'allocation' && unit === allocation.unit,
  );
  const rate = furthest && rates.find(({ measure }) => isRateOf(measure, furthest.measure));
  if (!furthest || !rate) return say(allocation);
  return `${say(furthest)} · ${ofAllocation(figureText([rate], locale))}`;
}

/** Each step with its rate on the allocation beside it. */
function money({ money: steps, rates }: Briefing, locale: Locale): readonly string[] {
  const own = figureGroups(steps).map((group) => {
    const rate = rates.find(({ measure }) => isRateOf(measure, group[0].measure));
    return `${headedLine(group, locale)}${rate ? ` – ${figureText([rate], locale)}` : ''}`;
  });
  const more = rates.filter(({ measure }) => measure === 'rate-commitment-with-cigd');
  return [...own, ...lines(more, locale)];
}

function isRateOf(rate: Measure, measure: Measure): boolean {
  const parts = Object.entries(RATES).find(([name]) => name === rate)?.[1];
  return parts?.[0] === measure && parts[1] === 'allocation';
}

function lines(facts: readonly Fact[], locale: Locale): readonly string[] {
  return figureGroups(facts).map((group) => headedLine(group, locale));
}
