import type { Answer } from '../figures/answer.ts';
import { day, list } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Locale } from '../model/locale.ts';
import { absentLines, nearestFields } from './absences.ts';
import type { CardBody } from './card.ts';
import { figureGroups, formulas } from './figureGroups.ts';
import { layoutOf, type Topic } from './layout.ts';
import { capitalised, shortName, subjectName } from './words/names.ts';

/** Figures of some subjects by some measures: one line that answers, then the others below it, in a table or in fields. */
export function figuresCard(answer: Answer & Topic, locale: Locale): CardBody {
  const absences = answer.absences ?? [];
  const groups = figureGroups(answer.facts);
  const title = topicTitle(answer, locale);
  if (groups.length === 0) {
    const headline = absentLines(absences, locale).join(' ');
    const fields = nearestFields(answer.facts, absences, locale);
    return { tone: 'refusal', title, headline, fields, notes: [] };
  }
  const { below = [], notes = [], ...laidOut } = layoutOf(answer, groups, locale);
  return {
    tone: 'plain',
    title,
    fields: [],
    ...laidOut,
    below: [...below, ...absentLines(absences, locale)],
    notes: [...notes, ...formulas(groups, locale)],
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
