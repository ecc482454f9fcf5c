import type { Bilingual, ProgrammeFile } from '../model/schema.ts';
import { type FieldChange, RECORD_LISTS, type RecordChange } from './changes.ts';

type Fields = Readonly<Record<string, unknown>>;
type Row = Fields & { readonly id: string };

/** Records that came, went or changed, list by list; each field that changed, down to the language. */
export function recordChanges(before: ProgrammeFile, after: ProgrammeFile): readonly RecordChange[] {
  const fields = fieldChanges(ownFields(before), ownFields(after));
  const own: RecordChange = { list: 'programme', id: after.id, name: after.short, kind: 'changed', fields };
  const lists = RECORD_LISTS.flatMap((list) => changesIn(list, before[list], after[list]));
  return fields.length > 0 ? [own, ...lists] : lists;
}

function ownFields(programme: ProgrammeFile): Fields {
  const others: readonly string[] = [...RECORD_LISTS, '$schema'];
  return Object.fromEntries(Object.entries(programme).filter(([key]) => !others.includes(key)));
}

function changesIn(
  list: RecordChange['list'],
  before: readonly Row[],
  after: readonly Row[],
): readonly RecordChange[] {
  const change = (kind: RecordChange['kind'], record: Row, fields: readonly FieldChange[] = []) => {
    return { list, id: record.id, name: nameOf(record), kind, fields };
  };
  const changed = after.flatMap((record) => {
    const was = before.find(({ id }) => id === record.id);
    if (!was) return [change('new', record)];
    const fields = fieldChanges(was, record);
    return fields.length > 0 ? [change('changed', record, fields)] : [];
  });
  const gone = before.filter((record) => !after.some(({ id }) => id === record.id));
  return [...changed, ...gone.map((record) => change('gone', record))];
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === 'object' && value !== null && 'it' in value && 'en' in value;

function nameOf({ id, name, title, term, heard }: Row): Bilingual {
  const text = (isTexts(heard) ? heard[0] : undefined) ?? id;
  return [name, title, term].find(isBilingual) ?? { it: text, en: text };
}

function fieldChanges(before: Fields, after: Fields): readonly FieldChange[] {
  return Object.keys({ ...before, ...after }).flatMap((key) =>
    key === 'formerly'
      ? fieldChange(key, formerNames(before[key]), formerNames(after[key]))
      : fieldChange(key, before[key], after[key]),
  );
}

/** "Nidi Gratis (2020-12-31)": each former name with the last date at which it was one. */
function formerNames(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.map(({ name, until }) => `${nameOf({ id: '', name }).it} (${until})`)
    : [];
}

function fieldChange(field: string, before: unknown, after: unknown): readonly FieldChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isTexts(before) && isTexts(after)) {
    const added = after.filter((text) => !before.includes(text));
    const removed = before.filter((text) => !after.includes(text));
    return added.length + removed.length > 0 ? [{ field, added, removed }] : [];
  }
  if (isBilingual(before) && isBilingual(after)) {
    return (['it', 'en'] as const)
      .filter((locale) => before[locale] !== after[locale])
      .map((locale) => ({ field: `${field}.${locale}`, before: before[locale], after: after[locale] }));
  }
  return [{ field, before: scalar(before), after: scalar(after) }];
}

/** A list of pages, or anything else with parts, as its JSON. */
function scalar(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value);
}
