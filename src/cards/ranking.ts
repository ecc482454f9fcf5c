import { day, list } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../model/dataset.ts';
import type { RankedKind } from '../model/kinds.ts';
import type { Locale } from '../model/locale.ts';
import type { Measure } from '../model/measures.ts';
import { absentLines, nearestFields } from './absences.ts';
import { type CardBody, section } from './card.ts';
import { type FigureGroup, figureGroups, figureText, formulas, headingOf } from './figureGroups.ts';
import { filtered, type Limited, limitedCard } from './limits.ts';
import { shortName, subjectName } from './words/names.ts';

export type Ranking = Limited & {
  readonly measures: readonly Measure[];
  readonly kind: RankedKind;
  /** The axes within which it was asked for; empty where within the whole programme. */
  readonly within: readonly Subject[];
  /** The axis of which it is asked whether it comes first. */
  readonly claimed?: Subject | null;
  readonly asOf: string;
};

export function rankingTitle(answer: Ranking, locale: Locale): string {
  const words = phrases[locale];
  const { facts, absences = [], measures, kind, within, asOf } = answer;
  const [some] = [...facts, ...absences];
  const labels = measures.map((measure) => measureName(measure, some?.subject, locale));
  const { axes } = within[0]?.programme ?? { axes: [] };
  const isWhole = within.length === axes.length;
  const names = list(
    (isWhole ? [] : within).map((axis) => shortName(axis, locale)),
    locale,
  );
  const what = names === '' ? words.ranking[kind] : `${words.ranking[kind]} – ${names} –`;
  const title = `${words.rankedBy(what, list(labels, locale))} ${words.asOf(day(asOf, locale))}`;
  return filtered(title, answer.judged, locale);
}

/** The ranking, and what the limits of the request make of the ranking. */
export function rankingCard(answer: Ranking, locale: Locale): CardBody {
  return limitedCard(answer, locale, (figures) => orderedCard({ ...figures, judged: undefined }, locale));
}

/** The first thing in the headline, the others in order below; a thing without a figure is named, not put last. */
function orderedCard(answer: Ranking, locale: Locale): CardBody {
  const words = phrases[locale];
  const missing = absentLines(answer.absences ?? [], locale);
  const rankings = answer.measures.flatMap((measure) => {
    const groups = figureGroups(answer.facts.filter((fact) => fact.measure === measure));
    const [first] = groups;
    return first ? [{ first, groups, heading: headingOf(first, locale) }] : [];
  });
  const line = (group: FigureGroup) =>
    `${subjectName(group[0].subject, locale)}: ${figureText(group, locale)}`;
  const numbered = (groups: readonly FigureGroup[]) => groups.map((group, at) => `${at + 1}. ${line(group)}`);
  const [leading, ...others] = rankings;
  const place = placeOf(answer, locale);
  const [first = '', ...rest] = leading ? numbered(leading.groups) : [];
  const named = others.length > 0 && leading ? `${leading.heading} – ` : '';
  const isSelection = answer.kind === 'initiative' && leading !== undefined;
  return {
    tone: answer.facts.length === 0 ? 'refusal' : 'plain',
    title: rankingTitle(answer, locale),
    headline: leading ? place || `${named}${first}` : missing.join(' ') || words.notInSource,
    below: [...(place === '' ? rest : [first, ...rest]), ...(leading ? missing : [])],
    fields: [
      ...others.map(({ heading, groups }) => section(heading, numbered(groups))),
      ...nearestFields(answer.facts, answer.absences ?? [], locale),
    ],
    notes: [
      ...rankings.flatMap(({ groups }) => formulas(groups, locale)),
      ...(isSelection ? [words.selection] : []),
    ],
    ...(isSelection ? { remarks: [words.selectionShort] } : {}),
  };
}

/** "Sì: Asse II è 1º su 5": where one axis was asked about; empty otherwise. */
function placeOf({ claimed, facts, measures: [measure] }: Ranking, locale: Locale): string {
  const groups = figureGroups(facts.filter((fact) => fact.measure === measure));
  const at = groups.findIndex(([first]) => first.subject === claimed);
  if (!claimed || at < 0) return '';
  return phrases[locale].placed(at === 0, shortName(claimed, locale), at + 1, groups.length);
}
