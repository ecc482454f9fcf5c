import type { CardBody } from '../card.ts';
import type { Answer, RankedKind } from '../command.ts';
import { day, list } from '../locale/format.ts';
import type { Locale } from '../locale/locale.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../programme/dataset.ts';
import type { Measure } from '../programme/measures.ts';
import { absentLines, nearestFields } from './absences.ts';
import { formulas, grouped, said } from './figureGroups.ts';
import { capitalised, shortName, subjectName } from './names.ts';

export type Ranking = Answer & {
  readonly measures: readonly Measure[];
  readonly kind: RankedKind;
  /** The axes within which it was asked for; empty where within the whole programme. */
  readonly within: readonly Subject[];
  readonly asOf: string;
};

export function rankingTitle(answer: Ranking, locale: Locale): string {
  const words = phrases[locale];
  const { facts, absences = [], measures, kind, within, asOf } = answer;
  const [some] = [...facts, ...absences];
  const labels = measures.map((measure) => measureName(measure, some?.subject, locale));
  const names = list(
    within.map((axis) => shortName(axis, locale)),
    locale,
  );
  const what = names === '' ? words.ranking[kind] : `${words.ranking[kind]} – ${names} –`;
  return `${words.rankedBy(what, list(labels, locale))} ${words.asOf(day(asOf, locale))}`;
}

/** The first in the headline, all of them in order below; what has no figure is named, not put last. */
export function rankingCard(answer: Ranking, locale: Locale): CardBody {
  const words = phrases[locale];
  const missing = absentLines(answer.absences ?? [], locale);
  const rankings = answer.measures.map((measure) => ({
    measure,
    groups: grouped(answer.facts.filter((fact) => fact.measure === measure)),
  }));
  const told = rankings.filter(({ groups }) => groups.length > 0);
  const firsts = told.flatMap(({ measure, groups: [first] }) => {
    if (!first) return [];
    const { subject } = first[0];
    const line = `${subjectName(subject, locale)}: ${said(first, locale)}`;
    return [told.length > 1 ? `${capitalised(measureName(measure, subject, locale))} – ${line}` : line];
  });
  return {
    tone: answer.facts.length === 0 ? 'refusal' : 'plain',
    title: rankingTitle(answer, locale),
    headline: firsts.length > 0 ? firsts.join(' · ') : missing.join(' ') || words.notInSource,
    fields: [
      ...told.map(({ measure, groups }) => ({
        name: capitalised(measureName(measure, groups[0]?.[0].subject, locale)),
        lines: groups.map(
          (group, at) => `${at + 1}. ${subjectName(group[0].subject, locale)}: ${said(group, locale)}`,
        ),
        short: false,
      })),
      ...nearestFields(answer.facts, answer.absences ?? [], locale),
    ],
    notes: [
      ...rankings.flatMap(({ groups }) => formulas(groups, locale)),
      ...(firsts.length > 0 ? missing : []),
      ...(answer.kind === 'initiative' && firsts.length > 0 ? [words.selection] : []),
    ],
  };
}
