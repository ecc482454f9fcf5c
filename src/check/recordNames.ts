import { phrases } from '../locale/phrases.ts';
import { type Subject, subjectsOf } from '../model/dataset.ts';
import { isMeasure, type PublishedMeasure } from '../model/measures.ts';
import { displayName } from '../model/names.ts';
import { type Bilingual, type ProgrammeFile, programmeSchema } from '../model/schema.ts';
import { recordsOn } from './found.ts';
import type { Path } from './place.ts';

/** The name of the record at a path, with its measure: "Asse II – Inclusione sociale, spesa certificata". */
export type RecordNames = (content: unknown, path: Path) => Bilingual | null;

/**
 * The names in a programme.json; where the file is broken, those that a record itself holds.
 * `read` gives its content, and is called for the first name alone: most datasets have nothing to say.
 */
export function recordNames(read: () => unknown): RecordNames {
  let names: ReadonlyMap<string, Bilingual> | null = null;
  return (content, path) => {
    const about = innermost(content, path);
    if (about === null) return null;
    const { id, record, measure } = about;
    names ??= namesIn(read());
    const name = names.get(id) ?? (record.id === id ? nameOf(record) : null) ?? same(id);
    return measure === null ? name : withMeasure(name, measure);
  };
}

type Fields = Readonly<Record<string, unknown>>;
type About = { readonly id: string; readonly record: Fields; readonly measure: string | null };

const same = (text: string): Bilingual => ({ it: text, en: text });
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The last record along the path that has an id, or names its subject or its document. */
function innermost(content: unknown, path: Path): About | null {
  const all = recordsOn(content, path).flatMap((record): readonly About[] => {
    const { id, subject, document, measure } = record;
    const key = [id, subject, document].find(isText);
    return key === undefined ? [] : [{ id: key, record, measure: isText(measure) ? measure : null }];
  });
  return all.at(-1) ?? null;
}

function withMeasure(name: Bilingual, measure: string): Bilingual {
  const words = isMeasure(measure)
    ? { it: phrases.it.measures[measure], en: phrases.en.measures[measure] }
    : same(measure);
  return { it: `${name.it}, ${words.it}`, en: `${name.en}, ${words.en}` };
}

function namesIn(programme: unknown): ReadonlyMap<string, Bilingual> {
  const valid = programmeSchema.safeParse(programme);
  return new Map([...namesWithin(programme), ...(valid.success ? subjectNames(valid.data) : [])]);
}

function subjectNames(programme: ProgrammeFile) {
  return subjectsOf(programme).map((subject) => [subject.id, subjectName(programme, subject)] as const);
}

/** The name by which people know a subject, with its measure; for findings that stand at another record. */
export function recordName(
  programme: ProgrammeFile,
  id: string,
  measure: PublishedMeasure | null = null,
): Bilingual {
  const subject = subjectsOf(programme).find((each) => each.id === id);
  const name = subject ? subjectName(programme, subject) : same(id);
  return measure === null ? name : withMeasure(name, measure);
}

/** As printed, so that it can be found in the document; what every document calls by a number, in either language. */
function subjectName(programme: ProgrammeFile, subject: Subject): Bilingual {
  const { kind, record } = subject;
  const it = displayName(programme, subject);
  return { it, en: kind === 'axis' || kind === 'programme' ? record.name.en : it };
}

/** The names that the records of a programme hold themselves. */
function namesWithin(programme: unknown): readonly (readonly [string, Bilingual])[] {
  if (!isFields(programme)) return [];
  const records = Object.values(programme).flatMap((list) =>
    Array.isArray(list) ? list.filter(isFields) : [],
  );
  return records.flatMap((record) => {
    const name = nameOf(record);
    return isText(record.id) && name ? [[record.id, name] as const] : [];
  });
}

/** The name of a record, under the key that records of its kind use for it. */
function nameOf({ printed, name, title, term, heard }: Fields): Bilingual | null {
  const [own] = [name, title, term].filter(isFields);
  const it = [printed, own?.it, own?.en, Array.isArray(heard) ? heard[0] : null].find(isText);
  const en = [own?.en, it].find(isText);
  return it !== undefined && en !== undefined ? { it, en } : null;
}
