import type { Answer } from '../figures/answer.ts';
import { day, list } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import type { Measure } from '../model/measures.ts';
import { absentLines, nearestFields } from './absences.ts';
import { type CardBody, type CardField, section } from './card.ts';
import {
  type FigureGroup,
  figureGroups,
  figureText,
  formulas,
  headedLine,
  headingOf,
  labelled,
} from './figureGroups.ts';
import { capitalised, shortName, subjectName } from './names.ts';

/** What an answer is about, for the line that restates the question. */
export type Topic = {
  readonly subjects: readonly Subject[];
  readonly measures: readonly Measure[];
  /** ISO date of the snapshot. */
  readonly asOf: string;
  /** Every date, where there are several. */
  readonly dates?: readonly string[];
};

/** Figures of some subjects by some measures: one line that answers, then a field for each group. */
export function figuresCard(answer: Answer & Topic, locale: Locale): CardBody {
  const absences = answer.absences ?? [];
  const groups = figureGroups(answer.facts);
  return {
    tone: answer.facts.length === 0 ? 'refusal' : 'plain',
    title: topicTitle(answer, locale),
    headline: headline(answer, groups, locale),
    fields: [...figureFields(groups, locale), ...nearestFields(answer.facts, absences, locale)],
    notes: [...(answer.facts.length === 0 ? [] : absentLines(absences, locale)), ...formulas(groups, locale)],
  };
}

/** "Asse II – spesa certificata al 31.12.2020"; measures too many to name are left to the fields. */
export function topicTitle({ subjects, measures, asOf, dates = [asOf] }: Topic, locale: Locale): string {
  const who = subjects.map((subject) => (subjects.length > 1 ? shortName : subjectName)(subject, locale));
  const what =
    measures.length <= 4 ? measures.map((measure) => measureName(measure, subjects[0], locale)) : [];
  const parts = [list(who.slice(0, 5), locale), list(what, locale)].filter((part) => part !== '');
  const when = list(
    dates.map((date) => day(date, locale)),
    locale,
  );
  return capitalised(`${parts.join(' – ')} ${phrases[locale].asOf(when)}`.trim());
}

/** So many figures are said in one line; more are laid out below it. */
const IN_ONE_LINE = 3;
const SUBJECTS_IN_ONE_LINE = 6;

function headline(answer: Answer & Topic, groups: readonly FigureGroup[], locale: Locale): string {
  const [first, ...others] = groups;
  if (!first) return absentLines(answer.absences ?? [], locale).join(' ');
  const dated = (answer.dates ?? []).length > 1;
  const titled = !dated && others.length === 0 && answer.measures.includes(first[0].measure);
  if (titled) return figureText(first, locale);
  const leading = groups.length <= IN_ONE_LINE ? groups : leadingOf(groups);
  const line = labelled(leading, locale, dated).join(' · ');
  return isUnnamed(leading, answer) ? `${headingOf(first, locale)} – ${line}` : line;
}

/** Things by one measure are told apart by their names alone; the title may not say which measure. */
function isUnnamed(leading: readonly FigureGroup[], { measures }: Topic): boolean {
  const [only, ...others] = new Set(leading.map(([{ measure }]) => measure));
  const named = measures.length === 1 && measures[0] === only;
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

/** "Al 31.12.2020", and what was true then: for figures of one date that stand below something else. */
export function datedFields(facts: readonly Fact[], locale: Locale): readonly CardField[] {
  const [first] = facts;
  if (!first) return [];
  const name = capitalised(phrases[locale].asOf(day(first.asOf, locale)));
  return [section(name, labelled(figureGroups(facts), locale))];
}

function figureFields(groups: readonly FigureGroup[], locale: Locale): readonly CardField[] {
  if (groups.length <= IN_ONE_LINE) return [];
  const dates = [...new Set(groups.map(([{ asOf }]) => asOf))];
  if (dates.length > 1)
    return dates.flatMap((date) =>
      datedFields(
        groups.flat().filter(({ asOf }) => asOf === date),
        locale,
      ),
    );
  const subjects = [...new Set(groups.map(([fact]) => fact.subject))];
  if (subjects.length === 1) {
    return groups.map((group) => ({
      name: headingOf(group, locale),
      lines: [figureText(group, locale)],
      short: true,
    }));
  }
  return subjects.map((subject) => {
    const own = groups.filter(([fact]) => fact.subject === subject);
    const lines = own.map((group) => (own.length > 1 ? headedLine : figureText)(group, locale));
    return { name: subjectName(subject, locale), lines, short: own.length === 1 };
  });
}
