import type { CardBody } from '../card.ts';
import type { Answer } from '../command.ts';
import { amount, day, factAmount, list, signed } from '../locale/format.ts';
import type { Locale } from '../locale/locale.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Change } from '../programme/changes.ts';
import type { Subject } from '../programme/dataset.ts';
import { capitalised, shortName, subjectName } from './names.ts';

type Changes = Answer & {
  readonly changes: readonly Change[];
  readonly subjects: readonly Subject[];
  /** ISO dates; `from` is null where no other date has such figures. */
  readonly from: string | null;
  readonly to: string;
};

/** "358,0 → 236,7 Mln € (−121,3)", a field for each axis; what did not change is left out. */
export function changesCard(answer: Changes, locale: Locale): CardBody {
  const words = phrases[locale];
  if (answer.from === null) return refused(words.changed('…', day(answer.to, locale)), words.oneDateOnly);
  const title = words.changed(day(answer.from, locale), day(answer.to, locale));
  const both = answer.changes.filter(({ difference }) => difference !== null);
  if (both.length === 0) return unmoved(answer, title, locale);
  const once = answer.changes.filter(({ difference, moved }) => moved && difference === null);
  const subjects = [...new Set(both.map(({ subject }) => subject))];
  return {
    tone: 'plain',
    title: [
      ...subjects
        .slice(0, 1)
        .filter(() => answer.subjects.length === 1)
        .map((one) => subjectName(one, locale)),
      title,
    ].join(' – '),
    headline: both
      .slice(0, 3)
      .map((change) => `${shortName(change.subject, locale)}, ${moved(change, locale)}`)
      .join(' · '),
    fields: subjects.map((subject) => ({
      name: subjectName(subject, locale),
      lines: both
        .filter((change) => change.subject === subject)
        .map((change) => capitalised(moved(change, locale))),
      short: false,
    })),
    notes: once.length > 0 ? [onlyOnce(once, answer, locale)] : [],
  };
}

/** What both dates have, and what stayed as it was; nothing where they have nothing in common. */
function unmoved({ changes }: Changes, title: string, locale: Locale): CardBody {
  const same = changes.filter(({ moved }) => !moved);
  const subjects = [...new Set(same.map(({ subject }) => subject))];
  const line = ({ measure, after }: Change) =>
    after
      ? [`${capitalised(measureName(measure, after.subject, locale))}: ${factAmount(after, locale)}`]
      : [];
  return {
    ...refused(title, phrases[locale].nothingChanged),
    tone: same.length > 0 ? 'plain' : 'refusal',
    fields: subjects.map((subject) => ({
      name: subjectName(subject, locale),
      lines: same.filter((change) => change.subject === subject).flatMap(line),
      short: false,
    })),
  };
}

function moved({ subject, measure, before, after, difference }: Change, locale: Locale): string {
  const label = measureName(measure, subject, locale);
  if (!before || !after || !difference) return label;
  const sign = difference.value.units > 0n ? '+' : '';
  const by =
    difference.unit === 'percent'
      ? phrases[locale].inPoints(signed(difference.value, locale))
      : `${sign}${amount(difference.value, difference.unit, locale)}`;
  return `${label}: ${factAmount(before, locale)} → ${factAmount(after, locale)} (${by})`;
}

/** What only one of the dates has: named once, not as a fall to zero. */
function onlyOnce(once: readonly Change[], { from, to }: Changes, locale: Locale): string {
  const words = phrases[locale];
  const at = (date: string, fits: (change: Change) => boolean) => {
    const measures = [
      ...new Set(once.filter(fits).map(({ measure, subject }) => measureName(measure, subject, locale))),
    ];
    return measures.length > 0
      ? [`${capitalised(list(measures, locale))}: ${words.onlyAt(day(date, locale))}.`]
      : [];
  };
  return [...at(from ?? to, ({ after }) => after === null), ...at(to, ({ before }) => before === null)].join(
    ' ',
  );
}

function refused(title: string, headline: string): CardBody {
  return { tone: 'refusal', title, headline, fields: [], notes: [] };
}
