import type { Absence } from '../figures/lookup.ts';
import { day, list } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Fact } from '../model/facts.ts';
import { grouped } from '../model/grouped.ts';
import type { Locale } from '../model/locale.ts';
import { section } from './card.ts';
import { figureGroups, headedLine } from './figureGroups.ts';
import { capitalised, shortName, subjectName } from './words/names.ts';

/** The figures that are absent, in as few sentences as possible: the measures of one thing, or the things without one measure. */
export function absentLines(absences: readonly Absence[], locale: Locale): readonly string[] {
  const keyOf = (what: string, { elsewhere = [] }: Absence) => [what, ...elsewhere].join(' ');
  const bySubject = [...grouped(absences, (absence) => keyOf(absence.subject.id, absence)).values()];
  const single = bySubject.filter(({ length }) => length === 1).flat();
  const byMeasure = grouped(single, (absence) => keyOf(absence.measure, absence)).values();
  const groups = [...bySubject.filter(({ length }) => length > 1), ...byMeasure];
  return groups.map((group) => absentLine(group, locale));
}

/** Several measures of one thing, or one measure of several, all at the same dates. */
function absentLine(absences: readonly Absence[], locale: Locale): string {
  const words = phrases[locale];
  const many = absences.length > 1;
  const measures = [
    ...new Set(absences.map(({ measure, subject }) => measureName(measure, subject, locale))),
  ];
  const subjects = [...new Set(absences.map(({ subject }) => subject))];
  const names = subjects.map((subject) => (subjects.length > 1 ? shortName : subjectName)(subject, locale));
  const line = words.absent(capitalised(list(measures, locale)), list(names, locale), many);
  const dates = (absences[0]?.elsewhere ?? []).map((date) => day(date, locale));
  return dates.length === 0 ? line : `${line} ${words.elsewhere(list(dates, locale), many)}`;
}

/** The figures that the source prints of the same things, where it has none of those asked for. */
export function nearestFields(facts: readonly Fact[], absences: readonly Absence[], locale: Locale) {
  if (facts.length > 0) return [];
  const words = phrases[locale];
  const shown = absences.filter(
    ({ nearest, elsewhere = [] }) => nearest.length > 0 || elsewhere.length === 0,
  );
  const nearest = new Map(shown.map((absence) => [absence.subject, absence.nearest]));
  return [...nearest].slice(0, 5).map(([subject, figures]) => {
    const lines = figureGroups(figures)
      .slice(0, 8)
      .map((group) => headedLine(group, locale));
    return section(
      `${words.nearest} – ${subjectName(subject, locale)}`,
      lines.length > 0 ? lines : [words.nothingElse],
    );
  });
}
