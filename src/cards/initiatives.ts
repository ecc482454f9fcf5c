import type { Answer } from '../figures/answer.ts';
import { day, list } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Dataset, Remark, Subject } from '../model/dataset.ts';
import { grouped } from '../model/grouped.ts';
import type { Locale } from '../model/locale.ts';
import type { Measure } from '../model/measures.ts';
import { type CardBody, refusalBody, section } from './card.ts';
import { figureGroups, figureText } from './figureGroups.ts';
import { figuresCard } from './figures.ts';
import type { Topic } from './layout.ts';
import { belonging, capitalised, shortName, subjectName } from './words/names.ts';
import { inBrief } from './words/notes.ts';

type Initiatives = Answer &
  Topic & {
    /** The axes or priorities whose initiatives these are; empty for initiatives asked for by name. */
    readonly groups: readonly Subject[];
    /** Asked for by name, not listed. */
    readonly named: boolean;
    /** The first of an order, which grouping by axis would lose. */
    readonly ordered: boolean;
    /** Every measure that is printed of them at this date. */
    readonly has: readonly Measure[];
    /** The dates that speak of any of those listed. */
    readonly elsewhere: readonly string[];
    readonly remarks: readonly Remark[];
    readonly dataset: Dataset;
  };

/** More than this is a list: one line each. */
const IN_FULL = 4;

export function initiativesCard(answer: Initiatives, locale: Locale): CardBody {
  if (!answer.named && answer.facts.length === 0) return emptyList(answer, locale);
  const listed = !answer.named || answer.subjects.length > IN_FULL;
  if (listed && answer.facts.length > 0) return initiativeList(answer, locale);
  const card = figuresCard(answer, locale);
  const [only, ...others] = answer.subjects;
  const place = only && others.length === 0 ? belonging(only, answer.dataset, locale) : '';
  const where = place === '' ? [] : [place];
  const places = answer.subjects.map(
    (one) => `${subjectName(one, locale)}: ${belonging(one, answer.dataset, locale)}`,
  );
  const remarks =
    answer.measures.length > 0 && answer.facts.length > 0 ? answer.remarks.slice(0, 2) : answer.remarks;
  return {
    ...card,
    below: [...(card.below ?? []), ...where],
    notes: [...(others.length > 0 ? places : []), ...card.notes, ...remarks.map(({ text }) => text[locale])],
    remarks: remarks.map(({ text }) => inBrief(text, locale)),
  };
}

/** No initiative has the measure, or the date has no initiatives: the measures that they have instead, or the dates that have them. */
function emptyList(answer: Initiatives, locale: Locale): CardBody {
  const words = phrases[locale];
  const { measures, elsewhere, asOf } = answer;
  const what = measures.map((measure) => words.measures[measure]);
  const which = listName(answer, locale);
  const absent =
    what.length > 0
      ? words.absent(
          capitalised(list(what, locale)),
          `${which[0]?.toLowerCase()}${which.slice(1)}`,
          what.length > 1,
        )
      : `${words.notInSource}.`;
  const dates = elsewhere.filter((date) => date !== asOf).map((date) => day(date, locale));
  const when =
    answer.subjects.length === 0 && dates.length > 0 ? words.elsewhere(list(dates, locale), true) : '';
  const has = answer.has.map((measure) => `• ${capitalised(words.measures[measure])}`);
  const title = `${[which, ...what].join(' – ')} ${words.asOf(day(asOf, locale))}`;
  const fields = has.length > 0 ? [section(`${words.nearest} – ${which}`, has)] : [];
  return refusalBody(title, `${absent} ${when}`.trim(), fields);
}

/** "Iniziative – Asse II". */
function listName({ groups }: Initiatives, locale: Locale): string {
  const names = groups.map((group) => shortName(group, locale));
  return [phrases[locale].initiatives, ...(names.length > 0 ? [list(names, locale)] : [])].join(' – ');
}

function initiativeList(answer: Initiatives, locale: Locale): CardBody {
  const words = phrases[locale];
  const what = list(
    answer.measures.map((measure) => words.measures[measure]),
    locale,
  );
  const having = answer.subjects.filter((one) => answer.facts.some(({ subject }) => subject === one));
  const shown = answer.measures.length > 0 ? having : answer.subjects;
  const places = grouped(shown, (subject) => belonging(subject, answer.dataset, locale));
  return {
    tone: 'plain',
    title: `${[listName(answer, locale), ...(what === '' ? [] : [what])].join(' – ')} ${words.asOf(day(answer.asOf, locale))}`,
    headline: words.initiativeCount(shown.length),
    below:
      shown.length < answer.subjects.length
        ? [words.othersWithout(answer.subjects.length - shown.length)]
        : [],
    fields: answer.ordered
      ? inOrder(answer, locale)
      : [...places].map(([place, own]) =>
          section(
            place,
            own.map((subject) => `• ${subjectName(subject, locale)}${amounts(answer, subject, locale)}`),
          ),
        ),
    notes: [words.selection],
    remarks: [words.selectionShort],
  };
}

/** "1. CIGD (Asse II · PI 9.iv): …". */
function inOrder(answer: Initiatives, locale: Locale): CardBody['fields'] {
  const lines = answer.subjects.map((subject, at) => {
    const place = belonging(subject, answer.dataset, locale);
    return `${at + 1}. ${subjectName(subject, locale)} (${place})${amounts(answer, subject, locale)}`;
  });
  return [section(phrases[locale].initiatives, lines)];
}

function amounts(answer: Initiatives, subject: Subject, locale: Locale): string {
  const figures = figureGroups(answer.facts.filter((fact) => fact.subject === subject)).map((group) => {
    const { measure } = group[0];
    const label = measure === 'unspecified' ? '' : `${measureName(measure, subject, locale)} `;
    return `${label}${figureText(group, locale)}`;
  });
  return figures.length > 0 ? `: ${figures.join(', ')}` : '';
}
