import type { Absence } from '../figures/lookup.ts';
import { day, list } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Fact } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import { grouped, said } from './figureGroups.ts';
import { capitalised, shortName, subjectName } from './names.ts';

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
