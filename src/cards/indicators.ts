import { amount, day, list } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import type { SubjectOf } from '../model/kinds.ts';
import type { Locale } from '../model/locale.ts';
import { type Status, statusOf } from '../model/status.ts';
import { absentLines } from './absences.ts';
import { type CardBody, section } from './card.ts';
import { distanceText, figureText } from './figureGroups.ts';
import { figuresCard } from './figures.ts';
import { answered, type Limited, limitedCard } from './limits.ts';
import { capitalised, sharedName, shortName, subjectName } from './words/names.ts';

type Indicators = Limited & {
  readonly subjects: readonly SubjectOf<'indicator'>[];
  readonly asOf: string;
  /** The axes and priorities that the list was restricted to. */
  readonly within: readonly Subject[];
  /** The status that the list was restricted to; null where none was asked for, or where none has that status. */
  readonly status: Status | null;
  /** The status that none of the list has. */
  readonly lacking: Status | null;
  /** Whether those asked for by name have the status that was asked. */
  readonly holds: boolean | null;
};

const ICONS = { reached: '✅', near: '🟡', below: '🔴' } as const satisfies Record<Status, string>;

/** The indicators, and what the limits and the status of the request make of them. */
export function indicatorsCard(answer: Indicators, locale: Locale): CardBody {
  const card = limitedCard(answer, locale, (figures) => statusCard(figures, locale));
  if (!answer.lacking) return answered(card, answer.holds, locale);
  const none = phrases[locale].noneWithStatus(phrases[locale].status[answer.lacking]);
  return { ...card, headline: none, below: [card.headline, ...(card.below ?? [])] };
}

/** One indicator: its value leads. Several: a field each, and how many have reached their target. */
function statusCard(answer: Indicators, locale: Locale): CardBody {
  const [only, ...others] = answer.subjects;
  if (answer.facts.length === 0) {
    const measures = [...new Set((answer.absences ?? []).map(({ measure }) => measure))];
    return figuresCard({ ...answer, measures }, locale);
  }
  const rows = answer.subjects.map((subject) => row(subject, answer.facts, locale));
  const below = absentLines(answer.absences ?? [], locale);
  const when = phrases[locale].asOf(day(answer.asOf, locale));
  const [first] = rows;
  const few = rows.length <= IN_HEADLINE;
  const shared = sharedName(answer.subjects, locale);
  const nameOf = (subject: Row['subject']) =>
    shared === null ? subjectName(subject, locale) : belongingOf(subject, locale);
  if (only && first && others.length === 0) {
    return {
      tone: first.status ?? 'plain',
      title: `${subjectName(only, locale)} ${when}`,
      headline: first.figure,
      below: [...first.details, ...below],
      fields: [],
      notes: [only.record.name[locale]],
    };
  }
  return {
    tone: 'plain',
    title: `${shared ?? listTitle(answer, locale)} ${when}`,
    headline: few ? rows.map((each) => figureLine(each, nameOf)).join(' · ') : summary(rows, locale),
    below,
    fields: rows.map(({ subject, status, figure, details: [distance = '', ...more] }) => {
      const icon = status ? `${ICONS[status]} ` : '';
      const whole = [figure, distance].filter((part) => part !== '').join(' – ');
      return section(nameOf(subject), few ? [distance, ...more] : [`${icon}${whole}`, ...more]);
    }),
    notes: [],
  };
}

/** "Indicatori di risultato – Asse II – sotto il target": what the list was restricted to. */
function listTitle({ subjects, within, status }: Indicators, locale: Locale): string {
  const kinds = [...new Set(subjects.map(kindName(locale)))];
  const names = within.map((one) => shortName(one, locale));
  const parts = [list(kinds, locale), list(names, locale), status ? phrases[locale].status[status] : ''];
  return capitalised(parts.filter((part) => part !== '').join(' – '));
}

type Row = {
  readonly subject: SubjectOf<'indicator'>;
  readonly status: Status | null;
  /** "48%". */
  readonly figure: string;
  /** Its target, how far it is from there, and how many people; where it belongs, for what has no target. */
  readonly details: readonly string[];
};

function row(subject: SubjectOf<'indicator'>, facts: readonly Fact[], locale: Locale): Row {
  const of = (measure: string) => facts.find((fact) => fact.subject === subject && fact.measure === measure);
  const [value, target, gap, output] = [of('value'), of('target'), of('gap'), of('output')];
  const { code, priority, targetYear } = subject.record;
  const words = phrases[locale];
  const own = subject.programme.priorities.find(({ id }) => id === priority);
  const where = [own ? words.priority(own.code) : null, code].filter((part) => part !== null);
  if (!value || !target || !gap) {
    const figure = output ?? value ?? target;
    const said = figure ? figureText([figure], locale) : words.notInSource;
    return { subject, status: null, figure: said, details: where };
  }
  const goal = [targetYear, amount(target.value, target.unit, locale)].filter(Boolean).join(': ');
  const people = of('participants');
  const reached = people
    ? [`${capitalised(words.measures.participants)}: ${figureText([people], locale)}`]
    : [];
  return {
    subject,
    status: statusOf(value.value, target.value),
    figure: amount(value.value, value.unit, locale),
    details: [`${distanceText(gap, locale)} (${goal})`, ...reached],
  };
}

/** So many indicators are named in the headline with their values. */
const IN_HEADLINE = 3;

function figureLine({ subject, status, figure }: Row, nameOf: (subject: Row['subject']) => string): string {
  return `${status ? `${ICONS[status]} ` : ''}${nameOf(subject)}: ${figure}`;
}

/** "PI 10.iv": what tells those of one code apart. */
function belongingOf({ record, programme }: Row['subject'], locale: Locale): string {
  const own = programme.priorities.find(({ id }) => id === record.priority);
  return own ? phrases[locale].priority(own.code) : record.short[locale];
}

/** "🔴 2 sotto il target · ✅ 4 hanno raggiunto il target". */
function summary(rows: readonly Row[], locale: Locale): string {
  const statuses: readonly Status[] = ['below', 'near', 'reached'];
  const counts = statuses
    .map((status) => ({ status, count: rows.filter((each) => each.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${ICONS[status]} ${phrases[locale].statusCount[status](count)}`);
  return counts.length > 0 ? counts.join(' · ') : phrases[locale].indicatorCount(rows.length);
}

function kindName(locale: Locale) {
  return (subject: SubjectOf<'indicator'>) => phrases[locale].indicators[subject.record.kind];
}

/** "✅ CR06 – Occupati entro sei mesi: 59% – target 2023: 30%": an indicator as one line of a longer card. */
export function indicatorLine(
  subject: SubjectOf<'indicator'>,
  facts: readonly Fact[],
  locale: Locale,
): string {
  const one = row(subject, facts, locale);
  return [figureLine(one, (each) => subjectName(each, locale)), ...one.details].join(' – ');
}
