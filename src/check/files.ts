import type { Finding } from '../model/finding.ts';
import type { Bilingual, ProgrammeFile, SnapshotFile } from '../model/schema.ts';
import type { Path, Place } from './text/json.ts';
import { visible } from './visible.ts';

/** A file of the dataset that has the right structure. */
export type DataFile<T> = {
  readonly file: string;
  readonly content: T;
} & Bearings;

/** What a path into a file leads to: where it stands, and the name by which people know the record there. */
export type Bearings = {
  placeOf(path: Path): Place;
  recordOf(path: Path): Bilingual | null;
};

/** The plain text of a document, page by page; page 1 first. */
export type SourceText = readonly string[];

/** What the rules look at: everything at once, since most rules compare one record with another. */
export type DataFiles = {
  readonly programme: DataFile<ProgrammeFile>;
  /** From the oldest to the newest, without drafts. */
  readonly snapshots: readonly DataFile<SnapshotFile>[];
  /** Ids that drafts speak of. */
  readonly drafted: ReadonlySet<string>;
  /** By document id; documents whose text is not at hand are missing. */
  readonly texts: ReadonlyMap<string, SourceText>;
  /** `2024-06-30`: the day of the check. */
  readonly today: string;
};

export type Rule = (files: DataFiles) => readonly Finding[];

type Said = {
  readonly rule: string;
  readonly message: Bilingual;
  readonly advice: Bilingual;
  readonly severity?: Finding['severity'];
  /** Where it is about another record than the one at the path. */
  readonly record?: Bilingual;
};

/** A finding at a place of a file. */
export function found(
  { file, content, placeOf, recordOf }: { file: string; content: unknown } & Bearings,
  path: Path,
  { rule, message, advice, severity = 'error', record }: Said,
): Finding {
  return {
    rule,
    severity,
    file,
    path: visible(readable(content, path)),
    ...placeOf(path),
    record: seen(record ?? recordOf(path)),
    message: seen(message),
    advice: seen(advice),
  };
}

/** A finding quotes the data, and goes to terminals and chats. */
export function seen<T extends Bilingual | null>(text: T): T | Bilingual {
  return text && { it: visible(text.it), en: visible(text.en) };
}

/** `sources[0].figures[12].value (axis-2 certified)`. */
export function readable(content: unknown, path: Path): string {
  const steps = path.map((step, at) =>
    typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`,
  );
  const name = recordName(content, path);
  return steps.join('') + (name === '' ? '' : ` (${name})`);
}

/** The innermost record on the way that says what it is about. */
function recordName(content: unknown, path: Path): string {
  let name = '';
  let at: unknown = content;
  for (const step of path) {
    at = typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined;
    if (typeof at !== 'object' || at === null) break;
    const { id, subject, measure, note } = at as Record<string, unknown>;
    if (typeof id === 'string') name = id;
    if (typeof subject === 'string') {
      name = [subject, measure ?? note].filter((part) => typeof part === 'string').join(' ');
    }
  }
  return name;
}
