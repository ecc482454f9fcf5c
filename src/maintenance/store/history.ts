import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { HISTORY, readState } from '../../load/pending.ts';

const entrySchema = z.object({
  /** Counts the changes of this folder, from 1. */
  id: z.int(),
  /** ISO 8601. */
  at: z.string(),
  by: z.string(),
  /** Who asked for the change, where somebody else had to confirm it. */
  askedBy: z.string().exactOptional(),
  why: z.string().nullable(),
  action: z.enum(['apply', 'rollback']),
  /** Versions before and after; `from` is null where the folder held no file of a dataset. */
  from: z.string().nullable(),
  to: z.string(),
  /** The files that it changed, added or took away. */
  files: z.array(z.string()).readonly(),
});

/** One change of a dataset, as a line of `.history/history.jsonl`. */
export type HistoryEntry = Readonly<z.infer<typeof entrySchema>>;

/** Oldest first, with the change that is being put in place. A line that is not an entry is skipped. */
export async function readHistory(dir: string): Promise<readonly HistoryEntry[]> {
  const [text, { pending }] = await Promise.all([readText(dir), readState(dir)]);
  const written = text.split('\n').flatMap((line) => asEntry(line) ?? []);
  const last = asHistoryEntry(pending?.entry);
  return last && !written.some((other) => isDeepStrictEqual(other, last)) ? [...written, last] : written;
}

/** The version of the last change: a maintainer saw the preview of that change and confirmed it. */
export async function lastApplied(dir: string): Promise<string | null> {
  return (await readHistory(dir)).at(-1)?.to ?? null;
}

/** Adds an entry that is not there yet. The caller must hold the lock; `check` throws where it was lost. */
export async function record(dir: string, check: () => void, entry: HistoryEntry): Promise<void> {
  const text = await readText(dir);
  const lines = text.split('\n');
  if (lines.some((line) => isDeepStrictEqual(asEntry(line), entry))) return;
  // What stands behind the last line break was cut off: it is of a change that is still pending, or lost.
  const whole = lines.filter((line, at) => line !== '' && (at < lines.length - 1 || asEntry(line)));
  check();
  await writeFileAtomic(historyFile(dir), [...whole, JSON.stringify(entry), ''].join('\n'));
}

/** The history and the state both count; where one of them was lost, the other goes on. */
export async function nextId(dir: string): Promise<number> {
  const [entries, { generation }] = await Promise.all([readHistory(dir), readState(dir)]);
  return entries.reduce((last, { id }) => Math.max(last, id), generation) + 1;
}

export function asHistoryEntry(value: unknown): HistoryEntry | null {
  return entrySchema.safeParse(value).data ?? null;
}

const historyFile = (dir: string) => join(dir, HISTORY, 'history.jsonl');

function readText(dir: string): Promise<string> {
  return readFile(historyFile(dir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

function asEntry(line: string): HistoryEntry | null {
  try {
    return asHistoryEntry(JSON.parse(line));
  } catch {
    return null;
  }
}
