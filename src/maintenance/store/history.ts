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
  const [lines, { pending }] = await Promise.all([linesIn(dir), readState(dir)]);
  const written = lines.flatMap((line) => asEntry(line) ?? []);
  const last = asHistoryEntry(pending?.entry);
  return last && !written.some((other) => isDeepStrictEqual(other, last)) ? [...written, last] : written;
}

/** The version of the last change: a maintainer saw the preview of that change and confirmed it. */
export async function lastApplied(dir: string): Promise<string | null> {
  return (await readHistory(dir)).at(-1)?.to ?? null;
}

/** Adds an entry that is not there yet. The caller must hold the lock. */
export async function record(dir: string, entry: HistoryEntry): Promise<void> {
  const lines = await linesIn(dir);
  if (lines.some((line) => isDeepStrictEqual(asEntry(line), entry))) return;
  // A last line that was cut off is of a change that is still pending, or lost.
  const whole = lines.filter((line, at) => at < lines.length - 1 || asEntry(line));
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

async function linesIn(dir: string): Promise<readonly string[]> {
  const text = await readFile(historyFile(dir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').filter((line) => line !== '');
}

function asEntry(line: string): HistoryEntry | null {
  try {
    return asHistoryEntry(JSON.parse(line));
  } catch {
    return null;
  }
}
