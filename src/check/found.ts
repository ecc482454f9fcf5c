import { type Finding, fileFinding } from '../model/finding.ts';
import type { Bilingual } from '../model/schema.ts';
import type { Bearings } from './files.ts';
import type { Path, Words } from './place.ts';
import { visible } from './visible.ts';

/** What is wrong at a place of a file. */
export type Wrong = Words & {
  readonly path: Path;
  /** Where the severity differs from that of the rule. */
  readonly severity?: Finding['severity'];
  /** The record that the finding is about, where that is not the record at the path. */
  readonly record?: Bilingual;
};

/** `id` and severity of a rule; an error where the rule names no severity. */
export type Kind = { readonly id: string; readonly severity?: Finding['severity'] };

export function found(
  { file, content, placeOf, recordOf }: { file: string; content: unknown } & Bearings,
  { id, severity = 'error' }: Kind,
  { path, record, severity: own = severity, ...words }: Wrong,
): Finding {
  return {
    rule: id,
    severity: own,
    file,
    path: visible(readable(content, path)),
    ...placeOf(path),
    record: shown(record ?? recordOf(path)),
    ...bilingual(words),
  };
}

/** A finding about a whole file. */
export function foundInFile(file: string, { id, severity }: Kind, words: Words): Finding {
  const { message, advice } = bilingual(words);
  return fileFinding(file, id, message, advice, severity);
}

/** A finding quotes the data, and goes to terminals and chats. */
function bilingual({ it, en, adviceIt, adviceEn }: Words): Pick<Finding, 'message' | 'advice'> {
  return { message: shown({ it, en }), advice: shown({ it: adviceIt, en: adviceEn }) };
}

function shown<T extends Bilingual | null>(text: T): T | Bilingual {
  return text && { it: visible(text.it), en: visible(text.en) };
}

/** `sources[0].figures[12].value (axis-2 certified)`. */
export function readable(content: unknown, path: Path): string {
  const steps = path.map((step, at) =>
    typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`,
  );
  const names = recordsOn(content, path).flatMap(({ id, subject, measure, note }) => {
    if (typeof subject !== 'string') return typeof id === 'string' ? id : [];
    return [subject, measure ?? note].filter((part) => typeof part === 'string').join(' ');
  });
  return steps.join('') + (names.length === 0 ? '' : ` (${names.at(-1)})`);
}

type Fields = Readonly<Record<string, unknown>>;

/** The records and lists on the way along a path, from the outermost inwards. */
export function recordsOn(content: unknown, path: Path): readonly Fields[] {
  const records: Fields[] = [];
  let at: unknown = content;
  for (const step of path) {
    at = typeof at === 'object' && at !== null ? (at as Fields)[step] : undefined;
    if (typeof at !== 'object' || at === null) break;
    records.push(at as Fields);
  }
  return records;
}
