import type { SnapshotFile } from '../../model/schema.ts';

/**
 * A draft together with what its date has already, such as the Commission's figures: the draft's sources come first, so
 * that they are quoted first, and the date is no longer partial.
 */
export function joined(draft: SnapshotFile, there: SnapshotFile): SnapshotFile {
  const { partial: _, ...rest } = there;
  const given = new Set(there.sources.map(({ document }) => document));
  const own = withOtherKeys(draft, there);
  return {
    ...rest,
    sources: [...own.sources.filter(({ document }) => !given.has(document)), ...there.sources],
    remarks: [...there.remarks, ...own.remarks],
    exceptions: [...there.exceptions, ...own.exceptions],
    notes: { ...there.notes, ...own.notes },
  };
}

/** A note of the draft that has the key of another one gets a key of its own. */
function withOtherKeys(draft: SnapshotFile, { notes }: SnapshotFile): SnapshotFile {
  const clashing = Object.entries(draft.notes).filter(([key, { it, en }]) => {
    const other = notes[key];
    return other !== undefined && (other.it !== it || other.en !== en);
  });
  const taken = new Set([...Object.keys(draft.notes), ...Object.keys(notes)]);
  const keys = new Map(
    clashing.map(([key]) => {
      const own = freeKey(key, taken);
      taken.add(own);
      return [key, own] as const;
    }),
  );
  const keyFor = (key: string) => keys.get(key) ?? key;
  const noted = <T extends { readonly note?: string | undefined }>(row: T): T =>
    row.note === undefined ? row : { ...row, note: keyFor(row.note) };
  return {
    ...draft,
    sources: draft.sources.map((source) => ({ ...source, figures: source.figures.map(noted) })),
    remarks: draft.remarks.map(noted),
    exceptions: draft.exceptions.map(noted),
    notes: Object.fromEntries(Object.entries(draft.notes).map(([key, note]) => [keyFor(key), note])),
  };
}

const LONGEST_KEY = 40;

/** The key with the first number behind it that makes it another one than all that are there. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const own = `${key.slice(0, LONGEST_KEY - 1 - String(number).length)}-${number}`;
    if (!taken.has(own)) return own;
  }
}
