import type { CardBody, CardField } from '../card.ts';
import type { Answer } from '../command.ts';
import { amount, day, formula, list, signed } from '../locale/format.ts';
import type { Locale } from '../locale/locale.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../programme/dataset.ts';
import { type Fact, printedInputs } from '../programme/facts.ts';
import { isReading } from '../programme/inMillions.ts';
import type { Absence } from '../programme/lookup.ts';
import type { Measure } from '../programme/measures.ts';
import { capitalised, shortName, subjectName } from './names.ts';

/** What an answer is about, for the line that restates the question. */
export type Topic = {
  readonly subjects: readonly Subject[];
  readonly measures: readonly Measure[];
  /** ISO date of the snapshot. */
  readonly asOf: string;
};

/** Figures of some subjects by some measures: one line that answers, then a field for each group. */
export function figuresCard(answer: Answer & Topic, locale: Locale): CardBody {
  const absences = answer.absences ?? [];
  const groups = grouped(answer.facts);
  return {
    tone: answer.facts.length === 0 ? 'refusal' : 'plain',
    title: topicTitle(answer, locale),
    headline: headline(answer, groups, locale),
    fields: [...figureFields(groups, locale), ...nearestFields(answer.facts, absences, locale)],
    notes: [...(answer.facts.length === 0 ? [] : absentLines(absences, locale)), ...formulas(groups, locale)],
  };
}

/** "Asse II – spesa certificata al 31.12.2020"; what is too many to name is left to the fields. */
export function topicTitle({ subjects, measures, asOf }: Topic, locale: Locale): string {
  const who = subjects.map((subject) => (subjects.length > 1 ? shortName : subjectName)(subject, locale));
  const what =
    measures.length <= 4 ? measures.map((measure) => measureName(measure, subjects[0], locale)) : [];
  const parts = [list(who.slice(0, 5), locale), list(what, locale)].filter((part) => part !== '');
  return capitalised(`${parts.join(' – ')} ${phrases[locale].asOf(day(asOf, locale))}`.trim());
}

/** Facts of one subject and one measure, which differ in unit only and are said together. */
export type FigureGroup = readonly [Fact, ...Fact[]];

export function grouped(facts: readonly Fact[]): readonly FigureGroup[] {
  const groups = new Map<string, [Fact, ...Fact[]]>();
  for (const fact of facts) {
    const key = `${fact.subject.id} ${fact.measure}`;
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups.values()];
}

/** "16.964 (8%)", "184,3 Mln € (184.312.574,33 €)". */
export function said(group: FigureGroup, locale: Locale): string {
  const [first, ...others] = group.map((fact) => {
    if (fact.measure === 'gap') return phrases[locale].points(signed(fact.value, locale));
    const figure = amount(fact.value, fact.unit, locale);
    return isMarked(fact, group) ? `${figure} ${phrases[locale].derived}` : figure;
  });
  if (others.length === 0) return `${first}`;
  return others.some((each) => each.includes('('))
    ? [first, ...others].join(' · ')
    : `${first} (${others.join(' · ')})`;
}

/** Computed, and not only printed euros in millions, or the euros of millions that are marked already. */
function isMarked(fact: Fact, group: FigureGroup): boolean {
  if (fact.status === 'published') return false;
  const euros = group.find(({ unit }) => unit === 'EUR');
  if (isReading(fact)) return euros ? euros.status !== 'published' : fact.inputs.length > 1;
  return fact !== euros || !group.some(isReading);
}

/** So many figures are said in one line; more are laid out below it. */
const IN_ONE_LINE = 3;
const SUBJECTS_IN_ONE_LINE = 6;

function headline(answer: Answer & Topic, groups: readonly FigureGroup[], locale: Locale): string {
  const [first, ...others] = groups;
  if (!first) return absentLines(answer.absences ?? [], locale).join(' ');
  const titled = others.length === 0 && answer.measures.includes(first[0].measure);
  if (titled) return said(first, locale);
  const leading = groups.length <= IN_ONE_LINE ? groups : leadingOf(groups);
  const label = labeller(leading, locale);
  const line = leading.map((group) => `${label(group)}: ${said(group, locale)}`).join(' · ');
  return isUnsaid(leading, answer)
    ? `${capitalised(measureName(first[0].measure, first[0].subject, locale))} – ${line}`
    : line;
}

/** Things by one measure are told apart by their names alone; the title may not say which measure. */
function isUnsaid(leading: readonly FigureGroup[], { measures }: Topic): boolean {
  const [said, ...others] = new Set(leading.map(([{ measure }]) => measure));
  const named = measures.length === 1 && measures[0] === said;
  return (
    leading.length > 1 &&
    others.length === 0 &&
    !named &&
    new Set(leading.map(([{ subject }]) => subject)).size > 1
  );
}

/** Of many figures, the first one of each thing, or the first few of one thing. */
function leadingOf(groups: readonly FigureGroup[]): readonly FigureGroup[] {
  const first = groups[0]?.[0];
  const same = groups.filter(([fact]) => fact.measure === first?.measure);
  return same.length > 1 ? same.slice(0, SUBJECTS_IN_ONE_LINE) : groups.slice(0, IN_ONE_LINE);
}

/** Says of a figure only what tells it from the others. */
function labeller(groups: readonly FigureGroup[], locale: Locale): (group: FigureGroup) => string {
  const oneSubject = groups.every(([fact]) => fact.subject === groups[0]?.[0].subject);
  const oneMeasure = groups.length > 1 && groups.every(([fact]) => fact.measure === groups[0]?.[0].measure);
  return ([{ subject, measure }]) => {
    const what = measureName(measure, subject, locale);
    if (oneSubject) return capitalised(what);
    return oneMeasure ? shortName(subject, locale) : `${shortName(subject, locale)}, ${what}`;
  };
}

function figureFields(groups: readonly FigureGroup[], locale: Locale): readonly CardField[] {
  if (groups.length <= IN_ONE_LINE) return [];
  const subjects = [...new Set(groups.map(([fact]) => fact.subject))];
  const measure = ([fact]: FigureGroup) => capitalised(measureName(fact.measure, fact.subject, locale));
  if (subjects.length === 1) {
    return groups.map((group) => ({ name: measure(group), lines: [said(group, locale)], short: true }));
  }
  return subjects.map((subject) => {
    const own = groups.filter(([fact]) => fact.subject === subject);
    const lines = own.map((group) =>
      own.length > 1 ? `${measure(group)}: ${said(group, locale)}` : said(group, locale),
    );
    return { name: subjectName(subject, locale), lines, short: own.length === 1 };
  });
}

/** "Tasso di impegno: 109,8 ÷ 379,0 × 100", for every figure that was computed. */
export function formulas(groups: readonly FigureGroup[], locale: Locale): readonly string[] {
  const label = labeller(groups, locale);
  const only = groups.length === 1;
  return groups.flatMap((group) =>
    group.flatMap((fact) => {
      if (fact.status === 'published' || isOnlyRead(fact, group)) return [];
      const computed = phrases[locale].derivedFrom(formula(fact.formula, locale));
      return [only ? capitalised(computed) : `${label(group)} – ${computed}`];
    }),
  );
}

/** Printed euros in millions, or the millions beside euros that have a formula of their own. */
function isOnlyRead(fact: Fact, group: FigureGroup): boolean {
  return isReading(fact) && (printedInputs(fact).length === 1 || group.some(({ unit }) => unit === 'EUR'));
}

/** What is not there, in as few sentences as can be: the measures of one thing, or the things without one measure. */
export function absentLines(absences: readonly Absence[], locale: Locale): readonly string[] {
  const bySubject = gathered(absences, ({ subject, elsewhere = [] }) => [subject.id, ...elsewhere].join(' '));
  const single = bySubject.filter(({ length }) => length === 1).flat();
  const alike = gathered(single, ({ measure, elsewhere = [] }) => [measure, ...elsewhere].join(' '));
  const groups = [...bySubject.filter(({ length }) => length > 1), ...alike];
  return groups.map((group) => absent(group, locale));
}

function gathered(
  absences: readonly Absence[],
  keyOf: (absence: Absence) => string,
): readonly (readonly Absence[])[] {
  const groups = new Map<string, readonly Absence[]>();
  for (const absence of absences) {
    const key = keyOf(absence);
    groups.set(key, [...(groups.get(key) ?? []), absence]);
  }
  return [...groups.values()];
}

/** Several measures of one thing, or one measure of several, all at the same dates. */
function absent(absences: readonly Absence[], locale: Locale): string {
  const words = phrases[locale];
  const many = absences.length > 1;
  const measures = [
    ...new Set(absences.map(({ measure, subject }) => measureName(measure, subject, locale))),
  ];
  const subjects = [...new Set(absences.map(({ subject }) => subject))];
  const names = subjects.map((subject) => (subjects.length > 1 ? shortName : subjectName)(subject, locale));
  const said = words.absent(capitalised(list(measures, locale)), list(names, locale), many);
  const dates = (absences[0]?.elsewhere ?? []).map((date) => day(date, locale));
  return dates.length === 0 ? said : `${said} ${words.elsewhere(list(dates, locale), many)}`;
}

/** What the source prints of the same things, where nothing of what was asked is there. */
export function nearestFields(facts: readonly Fact[], absences: readonly Absence[], locale: Locale) {
  if (facts.length > 0) return [];
  const told = absences.filter(
    ({ nearest, elsewhere = [] }) => nearest.length + elsewhere.length === 0 || nearest.length > 0,
  );
  const nearest = new Map(told.map((absence) => [absence.subject, absence.nearest]));
  return [...nearest].slice(0, 5).map(([subject, figures]) => ({
    name: `${phrases[locale].nearest} – ${subjectName(subject, locale)}`,
    lines:
      figures.length === 0
        ? [phrases[locale].nothingElse]
        : grouped(figures)
            .slice(0, 8)
            .map(
              (group) =>
                `${capitalised(measureName(group[0].measure, subject, locale))}: ${said(group, locale)}`,
            ),
    short: false,
  }));
}
