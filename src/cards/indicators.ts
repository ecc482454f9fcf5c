import { amount, day, list, signed } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import type { Fact } from '../model/facts.ts';
import type { SubjectOf } from '../model/kinds.ts';
import type { Locale } from '../model/locale.ts';
import { type Status, statusOf } from '../model/status.ts';
import { absentLines } from './absences.ts';
import { type CardBody, section } from './card.ts';
import { figureText } from './figureGroups.ts';
import { figuresCard } from './figures.ts';
import { answered, type Limited, limitedCard } from './limits.ts';
import { capitalised, subjectName } from './names.ts';

type Indicators = Limited & {
  readonly subjects: readonly SubjectOf<'indicator'>[];
  readonly asOf: string;
  /** Whether those asked for by name have the status that was asked. */
  readonly holds: boolean | null;
};

const ICONS = { reached: '✅', near: '🟡', below: '🔴' } as const satisfies Record<Status, string>;

/** The indicators, and what the limits and the status of the request make of them. */
export function indicatorsCard(answer: Indicators, locale: Locale): CardBody {
  const card = limitedCard(answer, locale, (figures) => statusCard(figures, locale));
  return answered(card, answer.holds, locale);
}

/** One indicator: its status leads. Several: a field each. */
function statusCard(answer: Indicators, locale: Locale): CardBody {
  const [only, ...others] = answer.subjects;
  if (answer.facts.length === 0) {
    const measures = [...new Set((answer.absences ?? []).map(({ measure }) => measure))];
    return figuresCard({ ...answer, measures }, locale);
  }
  const rows = answer.subjects.map((subject) => row(subject, answer.facts, locale));
  const notes = absentLines(answer.absences ?? [], locale);
  const when = phrases[locale].asOf(day(answer.asOf, locale));
  if (only && others.length === 0) {
    return {
      tone: rows[0]?.status ?? 'plain',
      title: `${subjectName(only, locale)} ${when}`,
      headline: rows[0]?.line ?? '',
      fields: [section(only.record.name[locale], rows[0]?.details ?? [])],
      notes,
    };
  }
  return {
    tone: 'plain',
    title: `${capitalised(list([...new Set(answer.subjects.map(kindName(locale)))], locale))} ${when}`,
    headline: summary(rows, locale),
    fields: rows.map(({ subject, line, details }) =>
      section(subjectName(subject, locale), [line, ...details]),
    ),
    notes,
  };
}

type Row = {
  readonly subject: SubjectOf<'indicator'>;
  readonly status: Status | null;
  readonly line: string;
  readonly details: readonly string[];
};

function row(subject: SubjectOf<'indicator'>, facts: readonly Fact[], locale: Locale): Row {
  const of = (measure: string) => facts.find((fact) => fact.subject === subject && fact.measure === measure);
  const [value, target, gap, output] = [of('value'), of('target'), of('gap'), of('output')];
  const { code, priority } = subject.record;
  const words = phrases[locale];
  const own = subject.programme.priorities.find(({ id }) => id === priority);
  const where = [own ? words.priority(own.code) : null, code].filter((part) => part !== null);
  if (!value || !target || !gap) {
    const figure = output ?? value ?? target;
    return {
      subject,
      status: null,
      line: figure ? figureText([figure], locale) : words.notInSource,
      details: where,
    };
  }
  const status = statusOf(value.value, target.value);
  const goal = words.target(amount(target.value, target.unit, locale), subject.record.targetYear);
  const distance = words.points(signed(gap.value, locale));
  const line = `${ICONS[status]} ${amount(value.value, value.unit, locale)} – ${goal}`;
  const people = of('participants');
  const reached = people
    ? [`${capitalised(words.measures.participants)}: ${figureText([people], locale)}`]
    : [];
  return {
    subject,
    status,
    line,
    details: [`${capitalised(words.status[status])}: ${distance}`, ...reached],
  };
}

function summary(rows: readonly Row[], locale: Locale): string {
  const statuses: readonly Status[] = ['reached', 'near', 'below'];
  const counts = statuses
    .map((status) => ({ status, count: rows.filter((each) => each.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${ICONS[status]} ${phrases[locale].statusCount[status](count)}`);
  return counts.length > 0 ? counts.join(' · ') : rows.map(({ line }) => line).join(' · ');
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
  const { line, status, details } = row(subject, facts, locale);
  const [icon, rest] = status ? [`${ICONS[status]} `, line.replace(ICONS[status], '').trim()] : ['', line];
  return `${icon}${subjectName(subject, locale)}: ${rest} – ${details.join(' · ')}`;
}
