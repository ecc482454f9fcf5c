import type { Locale } from '../model/locale.ts';
import type { ProgrammeFile } from '../model/schema.ts';
import type { DateDiff, Diff, FieldChange, NoteChange, RecordChange, Restated } from './changes.ts';
import { diffWords } from './words.ts';

/** A line, and the lines below it. */
export type Item = readonly [string, ...string[]];

/** A record that came, went or changed, and its fields. */
export function recordItem({ list, id, name, kind, fields }: RecordChange, locale: Locale): Item {
  const words = diffWords[locale];
  const head = `${words.lists[list]} «${name[locale]}» (${id}): ${words.kinds[kind]}`;
  return [head, ...fields.map((field) => fieldText(field, locale))];
}

function fieldText(change: FieldChange, locale: Locale): string {
  const [name = '', language] = change.field.split('.');
  const label = diffWords[locale].fields[name] ?? name;
  const head = language === undefined ? label : `${label} (${language})`;
  if (!('added' in change)) return `${head}: ${fromTo(change.before, change.after)}`;
  const added = change.added.map((text) => `+${quoted(text)}`);
  const removed = change.removed.map((text) => `−${quoted(text)}`);
  return `${head}: ${[...added, ...removed].join(', ')}`;
}

export function restatedText({ aspect, before, after }: Restated, locale: Locale): string {
  return `${diffWords[locale].aspects[aspect]} ${fromTo(before, after)}`;
}

type Value = string | number | boolean | null;
const fromTo = (before: Value, after: Value): string => `${quoted(before)} → ${quoted(after)}`;
const quoted = (value: Value): string => (typeof value === 'string' ? `«${value}»` : String(value ?? '–'));

/** What changed of a date beside its figures: remarks, exceptions, notes. */
export function dateItems(date: DateDiff, { old, new: now }: Diff, locale: Locale): readonly Item[] {
  const words = diffWords[locale];
  const named = (id: string) => nameOf([now.programme, old.programme], id, locale);
  const remark = ({ subject, text }: DateDiff['remarks']['added'][number]) =>
    `${named(subject)}: ${text[locale]}`;
  const exception = (row: DateDiff['exceptions']['added'][number]) =>
    'subject' in row
      ? `${row.rule}, ${named(row.subject)}${'measure' in row ? `, ${row.measure}` : ''}`
      : `${row.rule}, ${row.note}, ${row.number}`;
  const { partial, remarks, exceptions, notes, renamed } = date;
  const lines = [
    ...renamed.map(
      ({ id, before, after }) => `${words.renamed}: ${fromTo(before[locale], after[locale])} (${id})`,
    ),
    ...(partial === null ? [] : [words.partial(partial)]),
    ...remarks.added.map((row) => `${words.remark} (${words.added}) – ${remark(row)}`),
    ...remarks.removed.map((row) => `${words.remark} (${words.removed}) – ${remark(row)}`),
    ...exceptions.added.map((row) => `${words.exception} (${words.added}) – ${exception(row)}`),
    ...exceptions.removed.map((row) => `${words.exception} (${words.removed}) – ${exception(row)}`),
    ...notes.map((note) => noteLine(note, locale)),
  ];
  return lines.map((line): Item => [line]);
}

function noteLine({ key, before, after }: NoteChange, locale: Locale): string {
  const words = diffWords[locale];
  const head = `${words.note} ${key}`;
  if (!before) return `${head} (${words.added}): ${quoted(after?.[locale] ?? null)}`;
  if (!after) return `${head} (${words.removed}): ${quoted(before[locale])}`;
  const other = locale === 'it' ? 'en' : 'it';
  const shown = before[locale] === after[locale] ? other : locale;
  return `${head}: ${fromTo(before[shown], after[shown])}`;
}

function nameOf(programmes: readonly ProgrammeFile[], id: string, locale: Locale): string {
  const records = programmes.flatMap((each) => [
    ...[each.axes, each.priorities, each.indicators, each.initiatives, each.fundingSources].flat(),
    { id: each.id, name: each.short },
  ]);
  return records.find((record) => record.id === id)?.name[locale] ?? id;
}
