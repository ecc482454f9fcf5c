import { decimal, printedDecimal } from '../model/decimal.ts';
import type { Path } from './place.ts';

/** What still stands as it was copied from an earlier date; `was` is the text that nobody has touched yet. */
export type Left = {
  readonly kind: 'document' | 'figure' | 'remark' | 'note';
  /** Null for a note, which may belong to several. */
  readonly document: string | null;
  readonly page: number | null;
  readonly subject: string | null;
  readonly measure: string | null;
  readonly was: string;
  /** What the date before printed, where a new report proposes `was` in its place; null where nothing is proposed. */
  readonly before: string | null;
  readonly path: Path;
};

/** A snapshot with anything left to confirm: nothing is answered from it. */
export type Draft = {
  /** Relative to the dataset's folder: `snapshots/2023-12-31.json`. */
  readonly file: string;
  /** The date that the file is named by. */
  readonly date: string;
  readonly left: readonly Left[];
};

type Fields = Readonly<Record<string, unknown>>;

/** Which text of a record its `confirm` repeats until somebody touches it. */
export const CONFIRMED_BY = { document: 'document', figure: 'printed', remark: 'quote', note: 'it' } as const;

/**
 * Whether a record is marked and still says what it was marked with; a difference in blanks does not count. A mark that
 * copies nothing, such as "x" on a figure, was written by a person who wants it confirmed: nothing spends it.
 */
export function isUntouched(kind: Left['kind'], record: Fields): boolean {
  const { confirm, [CONFIRMED_BY[kind]]: now } = record;
  if (typeof confirm !== 'string' || typeof now !== 'string') return false;
  return isHandwritten(kind, confirm) || squashed(confirm) === squashed(now);
}

/** Figures are printed with digits, and everything else in more than a word. */
export function isHandwritten(kind: Left['kind'], confirm: string): boolean {
  if (kind === 'figure') return printedDecimal(confirm) === null && decimal(confirm.trim()) === null;
  return !/\p{L}{2}/u.test(confirm) || WISH.test(confirm.trim());
}

/** What people write to say that something is to be confirmed. */
const WISH =
  /^(?:da (?:confermare|verificare|controllare|rivedere)|to ?be confirmed|to confirm|to check|tbc|tbd|todo|ok|no|sì|si|yes|true)[.!?]*$/iu;

const squashed = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A record of a snapshot that can be marked. */
export type Markable = { readonly kind: Left['kind']; readonly record: Fields; readonly path: Path };

/** Every such record of a snapshot, whatever else is wrong with it. */
export function markables(snapshot: unknown): readonly Markable[] {
  const { sources, remarks, notes } = fieldsOf(snapshot);
  return [
    ...listOf(sources).flatMap((source, at) => [
      markable('document', source, ['sources', at]),
      ...listOf(fieldsOf(source).figures).map((figure, row) =>
        markable('figure', figure, ['sources', at, 'figures', row]),
      ),
    ]),
    ...listOf(remarks).map((remark, at) => markable('remark', remark, ['remarks', at])),
    ...Object.entries(fieldsOf(notes)).map(([key, note]) => markable('note', note, ['notes', key])),
  ];
}

const markable = (kind: Left['kind'], record: unknown, path: Path): Markable => ({
  kind,
  record: fieldsOf(record),
  path,
});

/** What is left to confirm in a snapshot, in the order of the file. */
export function leftIn(snapshot: unknown): readonly Left[] {
  const documents = listOf(fieldsOf(snapshot).sources).map((source) => fieldsOf(source).document);
  return markables(snapshot)
    .filter(({ kind, record }) => isUntouched(kind, record))
    .map(({ kind, record, path }): Left => {
      const source = typeof path[1] === 'number' ? documents[path[1]] : undefined;
      return {
        kind,
        document: textOf(kind === 'figure' ? source : record.document),
        page: typeof record.page === 'number' ? record.page : null,
        subject: textOf(record.subject),
        measure: textOf(record.measure),
        was: String(record.confirm),
        before: textOf(record.was),
        path,
      };
    });
}

/** The ids that a snapshot has anything of, whatever else is wrong with it. */
export function mentionedIn(snapshot: unknown): readonly string[] {
  return markables(snapshot).flatMap(({ record }) => textOf(record.subject) ?? []);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
