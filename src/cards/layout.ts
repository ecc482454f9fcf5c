import type { Answer } from '../figures/answer.ts';
import { day } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import type { Measure } from '../model/measures.ts';
import { type CardBody, type CardField, section } from './card.ts';
import {
  type FigureGroup,
  figureForms,
  figureGroups,
  figureText,
  headedLine,
  headingOf,
  labelled,
  namedForm,
  namedLine,
  publishedFirst,
} from './figureGroups.ts';
import { tableOf } from './table.ts';
import { capitalised, subjectName } from './words/names.ts';

/** What an answer is about, for the line that restates the question. */
export type Topic = {
  readonly subjects: readonly Subject[];
  readonly measures: readonly Measure[];
  /** ISO date of the snapshot. */
  readonly asOf: string;
  /** Every date, where there are several. */
  readonly dates?: readonly string[];
};

/** So many figures are said in one line; more are laid out below it. */
const IN_ONE_LINE = 3;
const SUBJECTS_IN_ONE_LINE = 6;

type Layout = Pick<CardBody, 'headline'> & Partial<Pick<CardBody, 'below' | 'table' | 'fields' | 'notes'>>;

/** How the figures of a card are laid out: what leads, and what stands below it, in a table or in fields. */
export function layoutOf(answer: Answer & Topic, groups: readonly FigureGroup[], locale: Locale): Layout {
  const subjects = new Set(groups.map(([{ subject }]) => subject));
  const measures = new Set(groups.map(([{ measure }]) => measure));
  const dated = (answer.dates ?? []).length > 1;
  if (dated) return overDates(answer, groups, locale);
  if (subjects.size === 1) return ofOneThing(answer, groups.map(publishedFirst), locale);
  if (measures.size === 1) return byOneMeasure(answer, groups, locale);
  return sideBySide(answer, groups, locale);
}

/** The figure asked for, by itself where the title names its measure; then its other forms and the figures beside it. */
function ofOneThing({ measures }: Topic, [first, ...others]: readonly FigureGroup[], locale: Locale): Layout {
  if (!first) return { headline: '' };
  const [figure = '', ...forms] = figureForms(first, locale);
  const rest = others.map((group) => headedLine(group, locale));
  const several = measures.length > 1 && others.length > 0 && others.length < IN_ONE_LINE;
  if (several) return { headline: [first, ...others].map((group) => headedLine(group, locale)).join(' · ') };
  const isNamed = measures.length === 1 && measures[0] === first[0].measure;
  const headline = isNamed ? figure : `${headingOf(first, locale)}: ${figure}`;
  return { headline, below: [...forms, ...rest] };
}

/** "Dotazione – " before the figures of things, unless the title names that measure alone. */
function labelBefore([first]: readonly FigureGroup[], measures: readonly Measure[], locale: Locale): string {
  const isNamed = measures.length === 1 && measures[0] === first?.[0].measure;
  return isNamed || !first ? '' : `${headingOf(first, locale)} – `;
}

/** Things by one measure: few in the headline; of many the first, with the others below it. */
function byOneMeasure({ measures }: Topic, groups: readonly FigureGroup[], locale: Locale): Layout {
  const label = labelBefore(groups, measures, locale);
  if (groups.length > IN_ONE_LINE) {
    const [leading, ...others] = groups.map((group) => fullLine(group, locale));
    return { headline: `${label}${leading}`, below: others };
  }
  const exact = groups.flatMap(([fact, ...forms]) =>
    forms.map((form) => namedForm(form, [fact, ...forms], locale)),
  );
  const leading = groups.map((group) => namedForm(group[0], group, locale));
  return { headline: `${label}${leading.join(' · ')}`, below: exact };
}

/** "Asse II – Inclusione sociale: 109,8 Mln €": in a list of all, people read which is which. */
function fullLine(group: FigureGroup, locale: Locale): string {
  return `${subjectName(group[0].subject, locale)}: ${figureText(group, locale)}`;
}

/** Several things by several measures: the first measure in the headline, the others in a table or a field each. */
function sideBySide({ measures }: Topic, groups: readonly FigureGroup[], locale: Locale): Layout {
  const [first] = groups;
  const leading = groups.filter(([{ measure }]) => measure === first?.[0].measure);
  const others = groups.filter((group) => !leading.includes(group));
  const label = labelBefore(leading, measures, locale);
  const few = leading.length <= IN_ONE_LINE;
  const lines = leading.map((group) =>
    few ? namedForm(group[0], group, locale) : fullLine([group[0]], locale),
  );
  const said = few ? lines.length : 1;
  // In a comparison the exact euros would hide what is compared.
  const notes = leading.flatMap((group) => group.slice(1).map((form) => namedForm(form, group, locale)));
  const top = { notes, headline: `${label}${lines.slice(0, said).join(' · ')}`, below: lines.slice(said) };
  const table = tableOf(others, locale);
  if (table) return { ...top, table };
  const named = [...new Set(others.map(([{ measure }]) => measure))];
  const shared = named.some((measure) => others.filter(([fact]) => fact.measure === measure).length > 1);
  if (!shared) return { ...top, fields: ofEach(others, locale) };
  const fields = named.map((measure) => {
    const own = others.filter(([fact]) => fact.measure === measure);
    return section(
      own[0] ? headingOf(own[0], locale) : '',
      own.map((group) => namedLine(group, locale)),
    );
  });
  return { ...top, fields };
}

/** Things that have no measure in common: a field for each thing. */
function ofEach(groups: readonly FigureGroup[], locale: Locale): readonly CardField[] {
  const subjects = [...new Set(groups.map(([{ subject }]) => subject))];
  return subjects.map((subject) =>
    section(
      subjectName(subject, locale),
      groups.filter(([fact]) => fact.subject === subject).map((group) => headedLine(group, locale)),
    ),
  );
}

/** The same figures at several dates. */
function overDates(answer: Answer & Topic, groups: readonly FigureGroup[], locale: Locale): Layout {
  const few = groups.length <= IN_ONE_LINE;
  const leading = few ? groups : leadingOf(groups);
  const line = labelled(leading, locale, true).join(' · ');
  const headline =
    isUnnamed(leading, answer) && leading[0] ? `${headingOf(leading[0], locale)} – ${line}` : line;
  if (few) return { headline };
  const dates = [...new Set(groups.map(([{ asOf }]) => asOf))];
  const of = (date: string) => groups.flat().filter(({ asOf }) => asOf === date);
  return { headline, fields: dates.flatMap((date) => datedFields(of(date), locale)) };
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
