import type { CardBody } from '../card.ts';
import type { Answer } from '../command.ts';
import { day, list } from '../locale/format.ts';
import type { Locale } from '../locale/locale.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Measure } from '../programme/measures.ts';
import { absentLines, nearestFields } from './absences.ts';
import { formulas, grouped, said } from './figureGroups.ts';
import { capitalised, subjectName } from './names.ts';

type Ranking = Answer & { readonly measures: readonly Measure[]; readonly asOf: string };

const LONGEST = 25;

export function rankingTitle({ facts, absences = [], measures, asOf }: Ranking, locale: Locale): string {
  const words = phrases[locale];
  const [some] = [...facts, ...absences];
  const labels = measures.map((measure) => measureName(measure, some?.subject, locale));
  return `${words.rankedBy(list(labels, locale))} ${words.asOf(day(asOf, locale))}`;
}

/** The first in the headline, all of them in order below; what has no figure is named, not put last. */
export function rankingCard(answer: Ranking, locale: Locale): CardBody {
  const words = phrases[locale];
  const missing = absentLines(answer.absences ?? [], locale);
  const rankings = answer.measures.map((measure) => ({
    measure,
    groups: grouped(answer.facts.filter((fact) => fact.measure === measure)),
  }));
  const firsts = rankings.flatMap(({ groups: [first] }) =>
    first ? [`${subjectName(first[0].subject, locale)}: ${said(first, locale)}`] : [],
  );
  return {
    tone: answer.facts.length === 0 ? 'refusal' : 'plain',
    title: rankingTitle(answer, locale),
    headline: firsts.length > 0 ? firsts.join(' · ') : missing.join(' ') || words.notInSource,
    fields: [
      ...rankings
        .filter(({ groups }) => groups.length > 0)
        .map(({ measure, groups }) => ({
          name: capitalised(measureName(measure, groups[0]?.[0].subject, locale)),
          lines: groups
            .slice(0, LONGEST)
            .map(
              (group, at) => `${at + 1}. ${subjectName(group[0].subject, locale)}: ${said(group, locale)}`,
            ),
          short: false,
        })),
      ...nearestFields(answer.facts, answer.absences ?? [], locale),
    ],
    notes: [
      ...rankings.flatMap(({ groups }) => formulas(groups, locale)),
      ...(firsts.length > 0 ? missing : []),
    ],
  };
}
