import { day, number, signed } from '../locale/format.ts';
import type { Subject } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import type { Unit } from '../model/measures.ts';
import { displayName, englishName } from '../model/names.ts';
import type { ProgrammeFile } from '../model/schema.ts';
import type { DateDiff, Diff, FigureChange } from './changes.ts';
import { dateItems, type Item, recordItem, restatedText } from './items.ts';
import { diffWords, spokenMeasure } from './words.ts';

/** What text and Markdown are both made of: the records, then each date. */
export type Section = {
  readonly heading: string;
  readonly figures: readonly FigureRow[];
  readonly items: readonly Item[];
  /** Figures that only the earlier of two dates has: their heading, then a line for each subject. */
  readonly onlyOld: Item | null;
  readonly total: string | null;
};

type FigureRow = {
  readonly id: string;
  readonly subject: string;
  readonly measure: string;
  /** `184,3 → 307,1 (+122,8) Mln €`. */
  readonly movement: string;
  readonly restated: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
  /** `+122,8`, `=`, or empty where the two cannot be compared. */
  readonly difference: string;
};

/** Empty where nothing changed. */
export function sectionsOf(diff: Diff, locale: Locale): readonly Section[] {
  const items = diff.records.map((change) => recordItem(change, locale));
  const records = { heading: diffWords[locale].records, figures: [], items, onlyOld: null, total: null };
  const dates = diff.dates.map((date) => dateSection(date, diff, locale));
  return items.length > 0 ? [records, ...dates] : dates;
}

function dateSection(date: DateDiff, diff: Diff, locale: Locale): Section {
  const words = diffWords[locale];
  const { kind, from, to, changes, unchanged, figures: ofDate = 0 } = date;
  const isOnlyOld = ({ after }: FigureChange) => (kind === 'moved' || kind === 'new') && after === null;
  const figures = changes.filter((change) => !isOnlyOld(change));
  const onlyOld = changes.filter(isOnlyOld);
  const heading = words.onlyOld(day(from ?? to, locale), onlyOld.length);
  return {
    heading: words.date[kind](from === null ? '' : day(from, locale), day(to, locale), ofDate),
    figures: figures.map((change) => figureRow(change, date, diff.new.programme, locale)),
    items: dateItems(date, diff, locale),
    onlyOld: onlyOld.length > 0 ? [heading, ...measuresLines(onlyOld, diff.old.programme, locale)] : null,
    total: kind === 'gone' ? words.figures(unchanged) : words.unchanged(unchanged),
  };
}

function figureRow(
  change: FigureChange,
  date: DateDiff,
  programme: ProgrammeFile,
  locale: Locale,
): FigureRow {
  const { subject, measure, before, after, difference, restated } = change;
  const since = before ? sinceWhen(before, date, locale) : '';
  const by = difference === null ? '' : difference.units === 0n ? '=' : signed(difference, locale);
  return {
    id: subject.id,
    subject: subjectLabel(programme, subject, locale),
    measure: spokenMeasure(measure, locale),
    movement: `${movement(change, locale)}${after ? since : ''}`,
    restated: restated.map((one) => restatedText(one, locale)),
    before: before && `${amount(before, locale)}${since}`,
    after: after && amount(after, locale),
    difference: by,
  };
}

/** What only one side has is new or removed. */
function movement({ before, after, difference }: FigureChange, locale: Locale): string {
  const words = diffWords[locale];
  if (!before) return after ? `${amount(after, locale)} (${words.added})` : '';
  if (!after) return `${amount(before, locale)} (${words.removed})`;
  if (difference === null) return `${amount(before, locale)} → ${amount(after, locale)}`;
  if (difference.units === 0n) return amount(after, locale);
  const [was, is] = [number(before.value, locale), number(after.value, locale)];
  return `${was} → ${is} (${signed(difference, locale)})${UNITS[locale][after.unit]}`;
}

const UNITS: Readonly<Record<Locale, Readonly<Record<Unit, string>>>> = {
  it: { MEUR: ' Mln €', EUR: ' €', percent: ' %', count: '' },
  en: { MEUR: ' € M', EUR: ' €', percent: ' %', count: '' },
};

const amount = ({ value, unit }: Fact, locale: Locale): string =>
  `${number(value, locale)}${UNITS[locale][unit]}`;

/** Where a figure is compared with that of another date than the heading names: `, dal 31.12.2020`. */
function sinceWhen({ asOf }: Fact, { kind, from }: DateDiff, locale: Locale): string {
  return kind === 'corrected' || asOf === from ? '' : `, ${diffWords[locale].since(day(asOf, locale))}`;
}

/** The name by which a line begins: an axis's and the programme's short one, else the printed one. */
function subjectLabel(programme: ProgrammeFile, subject: Subject, locale: Locale): string {
  if (subject.kind === 'axis' || subject.kind === 'programme') return subject.record.short[locale];
  return locale === 'it' ? displayName(programme, subject) : englishName(programme, subject);
}

/** Figures of a subject on one line: that the source of the later date does not mention them is not a change. */
function measuresLines(changes: readonly FigureChange[], programme: ProgrammeFile, locale: Locale) {
  return [...new Set(changes.map(({ subject }) => subject))].map((subject) => {
    const own = changes.filter((change) => change.subject === subject);
    const measures = new Set(own.map(({ measure }) => spokenMeasure(measure, locale)));
    return `${subjectLabel(programme, subject, locale)}: ${[...measures].join('; ')}`;
  });
}
