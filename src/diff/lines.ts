import { day, number, signed } from '../locale/format.ts';
import type { Subject } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import type { Unit } from '../model/measures.ts';
import { displayName, englishName } from '../model/names.ts';
import type { ProgrammeFile } from '../model/schema.ts';
import type { DateDiff, Diff, FigureChange, NoteChange, RecordChange, Restated } from './diff.ts';
import type { FieldChange } from './diffRecords.ts';
import { diffWords, spokenMeasure } from './words.ts';

const UNITS: Readonly<Record<Locale, Readonly<Record<Unit, string>>>> = {
  it: { MEUR: ' Mln €', EUR: ' €', percent: ' %', count: '' },
  en: { MEUR: ' € M', EUR: ' €', percent: ' %', count: '' },
};

/** The name by which a line begins: an axis's and the programme's short one, else the printed one. */
export function subjectLabel(programme: ProgrammeFile, subject: Subject, locale: Locale): string {
  if (subject.kind === 'axis' || subject.kind === 'programme') return subject.record.short[locale];
  return locale === 'it' ? displayName(programme, subject) : englishName(programme, subject);
}

/** `184,3 Mln €`, in words that a line of a table can take. */
export function said({ value, unit }: Pick<Fact, 'value' | 'unit'>, locale: Locale): string {
  return `${number(value, locale)}${UNITS[locale][unit]}`;
}

/** Where a figure is compared with that of another date than its heading says: `, dal 31.12.2020`. */
export function sinceWhen({ asOf }: Pick<Fact, 'asOf'>, { kind, from }: DateDiff, locale: Locale): string {
  return kind === 'corrected' || asOf === from ? '' : `, ${diffWords[locale].since(day(asOf, locale))}`;
}

/** What a figure did: `184,3 → 307,1 (+122,8) Mln €`; what only one side has is said to be new or removed. */
export function movement(change: FigureChange, diff: DateDiff, locale: Locale): string {
  const { before, after, difference } = change;
  const words = diffWords[locale];
  const since = before ? sinceWhen(before, diff, locale) : '';
  if (!before) return after ? `${said(after, locale)} (${words.added})` : '';
  if (!after) return `${said(before, locale)} (${words.removed})`;
  if (difference === null) return `${said(before, locale)} → ${said(after, locale)}${since}`;
  if (difference.units === 0n) return `${said(after, locale)}${since}`;
  const [was, is] = [number(before.value, locale), number(after.value, locale)];
  return `${was} → ${is} (${signed(difference, locale)})${UNITS[locale][after.unit]}${since}`;
}

/** `Asse II: impegnato 184,3 → 307,1 (+122,8) Mln €`, then what else is told otherwise. */
export function figureLine(
  change: FigureChange,
  diff: DateDiff,
  programme: ProgrammeFile,
  locale: Locale,
): string {
  const restated = change.restated.map((one) => restatedText(one, locale)).join('; ');
  const subject = subjectLabel(programme, change.subject, locale);
  const moved = `${spokenMeasure(change.measure, locale)} ${movement(change, diff, locale)}`;
  return `${subject}: ${moved}${restated === '' ? '' : `; ${restated}`}`;
}

export function restatedText({ aspect, before, after }: Restated, locale: Locale): string {
  return `${diffWords[locale].aspects[aspect]} ${quoted(before)} → ${quoted(after)}`;
}

const quoted = (value: string | number | boolean | null) =>
  value === null ? '–' : typeof value === 'string' ? `«${value}»` : String(value);

/** Figures that the later of two dates does not have, a line for each subject; its source may not speak of them. */
export function onlyOldLines(diff: DateDiff, programme: ProgrammeFile, locale: Locale): readonly string[] {
  const gone = toldApart(diff).gone;
  return [...new Set(gone.map(({ subject }) => subject))].map((subject) => {
    const measures = gone.filter((change) => change.subject === subject).map(({ measure }) => measure);
    const words = [...new Set(measures)].map((measure) => spokenMeasure(measure, locale));
    return `${subjectLabel(programme, subject, locale)}: ${words.join('; ')}`;
  });
}

/** Between two dates, what only the earlier one has is no change worth a line each. */
export function toldApart({ kind, changes }: DateDiff) {
  const isGone = ({ after }: FigureChange) => kind === 'moved' && after === null;
  return { told: changes.filter((change) => !isGone(change)), gone: changes.filter(isGone) };
}

/** The heading of a date, as people write dates. */
export function dateHeading({ kind, from, to }: DateDiff, locale: Locale): string {
  return diffWords[locale].date[kind](from === null ? '' : day(from, locale), day(to, locale));
}

/** What changed of a date beside its figures: remarks, exceptions, notes. */
export function otherLines(diff: DateDiff, { old, new: now }: Diff, locale: Locale): readonly string[] {
  const words = diffWords[locale];
  const both = [now.programme, old.programme];
  const remark = ({ subject, text }: { subject: string; text: { it: string; en: string } }) =>
    `${nameOfId(both, subject, locale)}: ${text[locale]}`;
  const exception = (row: DateDiff['exceptions']['added'][number]) =>
    `${row.rule}, ${nameOfId(both, row.subject, locale)}${'measure' in row ? `, ${row.measure}` : ''}`;
  return [
    ...(diff.partial === null ? [] : [words.partial(diff.partial)]),
    ...diff.remarks.added.map((row) => `${words.remark} (${words.added}) – ${remark(row)}`),
    ...diff.remarks.removed.map((row) => `${words.remark} (${words.removed}) – ${remark(row)}`),
    ...diff.exceptions.added.map((row) => `${words.exception} (${words.added}) – ${exception(row)}`),
    ...diff.exceptions.removed.map((row) => `${words.exception} (${words.removed}) – ${exception(row)}`),
    ...diff.notes.map((note) => noteLine(note, locale)),
  ];
}

function noteLine({ key, before, after }: NoteChange, locale: Locale): string {
  const words = diffWords[locale];
  const head = `${words.note} ${key}`;
  if (!before) return `${head} (${words.added}): ${quoted(after?.[locale] ?? null)}`;
  if (!after) return `${head} (${words.removed}): ${quoted(before[locale])}`;
  const shown = before[locale] === after[locale] ? (locale === 'it' ? 'en' : 'it') : locale;
  return `${head}: ${quoted(before[shown])} → ${quoted(after[shown])}`;
}

function nameOfId(programmes: readonly ProgrammeFile[], id: string, locale: Locale): string {
  for (const { axes, priorities, indicators, initiatives, fundingSources } of programmes) {
    const record = [...axes, ...priorities, ...indicators, ...initiatives, ...fundingSources].find(
      (one) => one.id === id,
    );
    if (record) return record.name[locale];
  }
  return programmes.find((programme) => programme.id === id)?.short[locale] ?? id;
}

/** A record that came, went or changed, and its fields below it. */
export function recordLines(change: RecordChange, locale: Locale): readonly [string, ...string[]] {
  const { list, id, name, kind, fields } = change;
  const words = diffWords[locale];
  const head = `${words.lists[list]} «${name[locale]}» (${id}): ${words.kinds[kind]}`;
  return [head, ...fields.map((field) => fieldText(field, locale))];
}

function fieldText(change: FieldChange, locale: Locale): string {
  const label = fieldLabel(change.field, locale);
  if ('added' in change) {
    const signs = [
      ...change.added.map((text) => `+${quoted(text)}`),
      ...change.removed.map((text) => `−${quoted(text)}`),
    ];
    return `${label}: ${signs.join(', ')}`;
  }
  return `${label}: ${quoted(change.before)} → ${quoted(change.after)}`;
}

/** `nome (en)` of `name.en`. */
function fieldLabel(field: string, locale: Locale): string {
  const [name = field, language] = field.split('.');
  const label = diffWords[locale].fields[name] ?? name;
  return language === undefined ? label : `${label} (${language})`;
}
