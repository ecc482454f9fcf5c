import type { Answer } from '../figures/answer.ts';
import type { Change } from '../figures/changes.ts';
import type { Judged } from '../figures/limits.ts';
import { day, factAmount, formula, list, signed, signedAmount } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../model/dataset.ts';
import type { Renaming } from '../model/datedNames.ts';
import { grouped } from '../model/grouped.ts';
import type { Locale } from '../model/locale.ts';
import { type CardField, section } from './card.ts';
import { capitalised, shortName, subjectName } from './words/names.ts';

/** What two dates have in common, and what not. */
export type Changes = Answer & {
  readonly judged: Judged;
  readonly changes: readonly Change[];
  /** The axes asked for; none where all are meant. */
  readonly axes: readonly Subject[];
  /** The changes of other figures that both dates have, where they have none of those asked for. */
  readonly instead: readonly Change[];
  /** ISO dates, both empty where a date is lacking. */
  readonly from: string;
  readonly to: string;
  readonly lacking: { readonly lacking: 'other' | 'earlier' | 'later'; readonly date: string } | null;
  /** What is called otherwise at the later date. */
  readonly renamed: readonly Renaming[];
  /** Whether to say also by how many percent. */
  readonly grown: boolean;
  /** Every date there is. */
  readonly dates: readonly string[];
};

/** The programme and each axis by itself; indicators and initiatives together, a line each. */
export function movedFields(moved: readonly Change[], grown: boolean, locale: Locale): readonly CardField[] {
  const words = phrases[locale];
  const of = (...kinds: readonly Subject['kind'][]) =>
    moved.filter(({ subject }) => kinds.includes(subject.kind));
  const line = (change: Change) =>
    `${shortName(change.subject, locale)} – ${movement(change, grown, locale)}`;
  return [
    ...eachSubject(of('programme', 'axis'), '', locale, (change) =>
      capitalised(movement(change, grown, locale)),
    ),
    section(words.indicatorsTitle, of('indicator').map(line)),
    section(words.initiatives, of('initiative').map(line)),
  ].filter(({ lines }) => lines.length > 0);
}

/** A field for each thing, with a line for each change of it. */
export function eachSubject(
  changes: readonly Change[],
  before: string,
  locale: Locale,
  line: (change: Change) => string,
): readonly CardField[] {
  const own = [...grouped(changes, ({ subject }) => subject.id).values()];
  return own.flatMap((group) =>
    group[0] ? [section(`${before}${subjectName(group[0].subject, locale)}`, group.map(line))] : [],
  );
}

export function movement(
  { subject, measure, before, after, difference, growth }: Change,
  grown: boolean,
  locale: Locale,
): string {
  const label = measureName(measure, subject, locale);
  if (!before || !after) return label;
  if (!difference) return `${label}: ${factAmount(after, locale)}`;
  const by =
    difference.unit === 'percent'
      ? phrases[locale].inPoints(signed(difference.value, locale))
      : signedAmount(difference.value, difference.unit, locale);
  const percent = grown && growth ? [signedAmount(growth.value, growth.unit, locale)] : [];
  return `${label}: ${factAmount(before, locale)} → ${factAmount(after, locale)} (${[by, ...percent].join(', ')})`;
}

/** "Asse I, risorse impegnate: crescita 18,5%, calcolato: (…) ÷ … × 100"; a figure without growth gets a line that says so. */
export function growthLines(moved: readonly Change[], locale: Locale): readonly string[] {
  const words = phrases[locale];
  return moved.flatMap(({ subject, measure, growth, before }) => {
    if (!growth && before?.unit === 'percent') return [];
    const whose = `${shortName(subject, locale)}, ${measureName(measure, subject, locale)}`;
    const how = growth
      ? words.derivedFrom(formula(growth.formula, locale))
      : words.noGrowth(before ? factAmount(before, locale) : '');
    return [`${whose}, ${words.measures.growth} – ${how}`];
  });
}

/** The initiatives of which only one of the dates has figures, with those figures. */
export function arrivals(
  { changes }: Changes,
  fits: (change: Change) => boolean,
  name: string,
  locale: Locale,
): readonly CardField[] {
  const ofInitiatives = changes.filter(({ subject }) => subject.kind === 'initiative');
  const each = [...grouped(ofInitiatives, ({ subject }) => subject.id).values()].filter((own) =>
    own.every(fits),
  );
  const lines = each.map((own) => {
    const figures = own.flatMap(({ subject, measure, before, after }) => {
      const fact = after ?? before;
      return fact ? [`${measureName(measure, subject, locale)} ${factAmount(fact, locale)}`] : [];
    });
    return `• ${own[0] ? shortName(own[0].subject, locale) : ''}: ${list(figures, locale)}`;
  });
  return lines.length > 0 ? [section(name, lines)] : [];
}

export function renamedField({ renamed }: Changes, locale: Locale): readonly CardField[] {
  const words = phrases[locale];
  const lines = renamed.map(({ before, after }) => `• ${words.renamed(before[locale], after[locale])}`);
  return lines.length > 0 ? [section(words.renamedTitle, lines)] : [];
}

/** The measures that only one of the dates has: each is named once, not as a fall to zero. */
export function onlyOnce({ changes, from, to }: Changes, locale: Locale): readonly string[] {
  const words = phrases[locale];
  const once = changes.filter(
    ({ subject, before, after }) => subject.kind !== 'initiative' && !(before && after),
  );
  const at = (date: string, fits: (change: Change) => boolean) => {
    const measures = [
      ...new Set(once.filter(fits).map(({ measure, subject }) => measureName(measure, subject, locale))),
    ];
    return measures.length > 0
      ? [`${capitalised(list(measures, locale))}: ${words.onlyAt(day(date, locale))}.`]
      : [];
  };
  const lines = [...at(from, ({ after }) => after === null), ...at(to, ({ before }) => before === null)];
  return lines.length > 0 ? [lines.join(' ')] : [];
}
