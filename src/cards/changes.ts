import type { Change } from '../figures/changes.ts';
import { day, factAmount, list } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Locale } from '../model/locale.ts';
import { type CardBody, refusalBody, section } from './card.ts';
import {
  arrivals,
  type Changes,
  eachSubject,
  growthLines,
  movedFields,
  movement,
  onlyOnce,
  renamedField,
} from './changeLines.ts';
import { withLimits } from './limits.ts';
import { capitalised, shortName, subjectName } from './words/names.ts';

/** So many changes are said in one line. */
const IN_ONE_LINE = 3;

/** The changes, and what the limits of the request make of them. */
export function changesCard(answer: Changes, locale: Locale): CardBody {
  return withLimits(movedCard(answer, locale), answer.judged, answer.facts, locale);
}

/** "358,0 → 236,7 Mln € (−121,3)", a field for each axis; figures that did not change are left out. */
function movedCard(answer: Changes, locale: Locale): CardBody {
  const words = phrases[locale];
  if (answer.lacking) return lackingCard(answer, answer.lacking, locale);
  const title = titled(answer, words.changed(day(answer.from, locale), day(answer.to, locale)), locale);
  const moved = answer.changes.filter(({ difference }) => difference !== null);
  const comeAndGone = [
    ...arrivals(answer, ({ before }) => before === null, words.newAt(day(answer.to, locale)), locale),
    ...arrivals(answer, ({ after }) => after === null, words.goneAt(day(answer.to, locale)), locale),
  ];
  if (moved.length === 0 && comeAndGone.length === 0) return unmoved(answer, title, locale);
  const leading = moved.slice(0, IN_ONE_LINE);
  return {
    tone: 'plain',
    title,
    headline: headline(answer, leading, locale) || words.nothingChanged,
    fields: [
      ...movedFields(moved.slice(leading.length), answer.grown, locale),
      ...comeAndGone,
      ...renamedField(answer, locale),
    ],
    notes: [...(answer.grown ? growthLines(moved, locale) : []), ...onlyOnce(answer, locale)],
    remarks: onlyOnce(answer, locale),
  };
}

function titled({ axes }: Changes, title: string, locale: Locale): string {
  const names = axes.map((axis) => (axes.length > 1 ? shortName : subjectName)(axis, locale));
  return [...(names.length > 0 ? [list(names, locale)] : []), title].join(' – ');
}

/** What the title or the line before names is not named again. */
function headline(
  { axes: [axis, ...more], grown }: Changes,
  moved: readonly Change[],
  locale: Locale,
): string {
  const lines = moved.map((change, at) => {
    const isNamed =
      (more.length === 0 && change.subject === axis) || moved[at - 1]?.subject === change.subject;
    const line = movement(change, grown, locale);
    return isNamed ? capitalised(line) : `${shortName(change.subject, locale)}, ${line}`;
  });
  return lines.join(' · ');
}

/** The figures that stayed as they were; where the dates have none in common, other figures that both of them have. */
function unmoved(answer: Changes, title: string, locale: Locale): CardBody {
  const words = phrases[locale];
  const same = answer.changes.filter(({ moved }) => !moved);
  if (same.length === 0) return refusedBetween(answer, title, locale);
  const line = ({ measure, subject, after }: Change) =>
    `${capitalised(measureName(measure, subject, locale))}: ${after ? factAmount(after, locale) : ''}`;
  return {
    tone: 'plain',
    title,
    headline: words.nothingChanged,
    fields: [...eachSubject(same, '', locale, line), ...renamedField(answer, locale)],
    notes: onlyOnce(answer, locale),
    remarks: onlyOnce(answer, locale),
  };
}

function refusedBetween(answer: Changes, title: string, locale: Locale): CardBody {
  const words = phrases[locale];
  const fields = eachSubject(answer.instead, `${words.atBothDates} – `, locale, (change) =>
    capitalised(movement(change, false, locale)),
  );
  return refusalBody(title, [words.nothingInCommon, ...onlyOnce(answer, locale)].join(' '), fields);
}

function lackingCard(
  answer: Changes,
  { lacking, date }: NonNullable<Changes['lacking']>,
  locale: Locale,
): CardBody {
  const words = phrases[locale];
  const lines = answer.dates.map((each) => `• ${day(each, locale)}`);
  return refusalBody(titled(answer, words.changes, locale), words.lacking[lacking](day(date, locale)), [
    section(words.availableDates, lines),
  ]);
}
