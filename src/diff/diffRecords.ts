import type { Bilingual, ProgrammeFile } from '../model/schema.ts';

const LISTS = [
  'axes',
  'priorities',
  'indicators',
  'initiatives',
  'fundingSources',
  'documents',
  'glossary',
  'absent',
] as const;

/** The lists of programme.json; `programme` is what it says of itself. */
export type RecordList = 'programme' | (typeof LISTS)[number];

type Scalar = string | number | boolean | null;

/** One field of a record: words put in and taken out of a list, or one value in the place of another. */
export type FieldChange =
  | { readonly field: string; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly field: string; readonly before: Scalar; readonly after: Scalar };

export type RecordChange = {
  readonly list: RecordList;
  readonly id: string;
  readonly name: Bilingual;
  readonly kind: 'new' | 'gone' | 'changed';
  readonly fields: readonly FieldChange[];
};

type Fields = Readonly<Record<string, unknown>>;

/** Records that came, went or changed, list by list; each field that changed, down to the language. */
export function recordChanges(before: ProgrammeFile, after: ProgrammeFile): readonly RecordChange[] {
  return [...ofProgramme(before, after), ...LISTS.flatMap((list) => ofList(list, before[list], after[list]))];
}

function ofProgramme(before: ProgrammeFile, after: ProgrammeFile): readonly RecordChange[] {
  const own = (programme: ProgrammeFile): Fields => {
    const lists: readonly string[] = [...LISTS, '$schema'];
    return Object.fromEntries(Object.entries(programme).filter(([key]) => !lists.includes(key)));
  };
  const fields = fieldChanges(own(before), own(after));
  if (fields.length === 0) return [];
  return [{ list: 'programme', id: after.id, name: after.short, kind: 'changed', fields }];
}

type Named = { readonly id: string };

function ofList(
  list: RecordList,
  before: readonly Named[],
  after: readonly Named[],
): readonly RecordChange[] {
  const changed = after.flatMap((record): readonly RecordChange[] => {
    const was = before.find(({ id }) => id === record.id);
    const fields = was ? fieldChanges({ ...was }, { ...record }) : [];
    if (was && fields.length === 0) return [];
    return [{ list, id: record.id, name: nameOf({ ...record }), kind: was ? 'changed' : 'new', fields }];
  });
  const gone = before.filter((record) => !after.some(({ id }) => id === record.id));
  return [
    ...changed,
    ...gone.map(
      (record): RecordChange => ({
        list,
        id: record.id,
        name: nameOf({ ...record }),
        kind: 'gone',
        fields: [],
      }),
    ),
  ];
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === 'object' && value !== null && 'it' in value && 'en' in value;

function nameOf({ id, name, title, term, heard }: Fields): Bilingual {
  const [own] = [name, title, term].filter(isBilingual);
  const text = isTexts(heard) ? heard[0] : undefined;
  return own ?? { it: text ?? String(id), en: text ?? String(id) };
}

function fieldChanges(before: Fields, after: Fields): readonly FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => changesOf(key, before[key], after[key]));
}

function changesOf(field: string, before: unknown, after: unknown): readonly FieldChange[] {
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
function scalar(value: unknown): Scalar {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value);
}
