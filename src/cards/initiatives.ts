import type { CardBody } from '../card.ts';
import type { Answer } from '../command.ts';
import { day, list } from '../locale/format.ts';
import type { Locale } from '../locale/locale.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Dataset, Remark, Subject } from '../programme/dataset.ts';
import { figuresCard, grouped, said, type Topic } from './figures.ts';
import { belonging, shortName, subjectName } from './names.ts';

type Initiatives = Answer &
  Topic & {
    /** The axes or priorities whose initiatives these are; empty for initiatives asked for by name. */
    readonly groups: readonly Subject[];
    readonly remarks: readonly Remark[];
    readonly dataset: Dataset;
  };

/** More than this is a list: one line each. */
const IN_FULL = 4;

export function initiativesCard(answer: Initiatives, locale: Locale): CardBody {
  const listed = answer.groups.length > 0 || answer.subjects.length > IN_FULL;
  if (listed && answer.facts.length > 0) return initiativeList(answer, locale);
  const card = figuresCard(answer, locale);
  const where = answer.subjects
    .map((subject) => ({ subject, place: belonging(subject, answer.dataset, locale) }))
    .map(({ subject, place }) =>
      answer.subjects.length > 1 ? `${subjectName(subject, locale)}: ${place}` : place,
    );
  const remarks =
    answer.measures.length > 0 && answer.facts.length > 0 ? answer.remarks.slice(0, 2) : answer.remarks;
  return { ...card, notes: [...where, ...card.notes, ...remarks.map(({ text }) => text[locale])] };
}

function initiativeList(answer: Initiatives, locale: Locale): CardBody {
  const words = phrases[locale];
  const title = answer.groups.map((group) => shortName(group, locale));
  const axes = [...new Set(answer.subjects.map((subject) => belonging(subject, answer.dataset, locale)))];
  return {
    tone: 'plain',
    title: `${words.initiatives}${title.length > 0 ? ` – ${list(title, locale)}` : ''} ${words.asOf(day(answer.asOf, locale))}`,
    headline: words.initiativeCount(answer.subjects.length),
    fields: axes.map((axis) => ({
      name: axis,
      lines: answer.subjects
        .filter((subject) => belonging(subject, answer.dataset, locale) === axis)
        .map((subject) => `• ${subjectName(subject, locale)}${amounts(answer, subject, locale)}`),
      short: false,
    })),
    notes: [words.selection],
  };
}

function amounts(answer: Initiatives, subject: Subject, locale: Locale): string {
  const figures = grouped(answer.facts.filter((fact) => fact.subject === subject));
  const said_ = figures.map((group) => {
    const { measure } = group[0];
    const label = measure === 'unspecified' ? '' : `${measureName(measure, subject, locale)} `;
    return `${label}${said(group, locale)}`;
  });
  return said_.length > 0 ? `: ${said_.join(', ')}` : '';
}
