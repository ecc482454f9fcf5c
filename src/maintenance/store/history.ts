import { appendFile, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { HISTORY, readState } from '../../load/pending.ts';

/** One change of a dataset, as a line of `.history/history.jsonl`. */
export type HistoryEntry = {
  /** Counts the changes of this folder, from 1. */
  readonly id: number;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  readonly action: 'apply' | 'rollback';
  /** Versions before and after; `from` is null where the folder held no file of a dataset. */
  readonly from: string | null;
  readonly to: string;
  /** The files that it changed, added or took away. */
  readonly files: readonly string[];
};

const entrySchema: z.ZodType<HistoryEntry> = z.object({
  id: z.int(),
  at: z.string(),
  by: z.string(),
  why: z.string().nullable(),
  action: z.enum(['apply', 'rollback']),
  from: z.string().nullable(),
  to: z.string(),
  files: z.array(z.string()),
});

const historyFile = (dir: string) => join(dir, HISTORY, 'history.jsonl');

/** Oldest first. A line that was cut off by the end of the process, or is no entry, is passed over. */
export async function readHistory(dir: string): Promise<readonly HistoryEntry[]> {
  const text = await readFile(historyFile(dir), 'utf8').catch(ifAbsent);
  return text.split('\n').flatMap((line) => asEntry(line) ?? []);
}

/** Appends an entry that is not there yet, after mending a line that was cut off. Only for who holds the lock. */
export async function record(dir: string, entry: HistoryEntry): Promise<void> {
  await mendLastLine(historyFile(dir));
  const known = await readHistory(dir);
  if (known.some((other) => isDeepStrictEqual(other, entry))) return;
  await appendFile(historyFile(dir), `${JSON.stringify(entry)}\n`, { flush: true });
}

/** With the change that was made last, which may not be in the file yet. */
export async function wholeHistory(dir: string): Promise<readonly HistoryEntry[]> {
  const [written, { pending }] = await Promise.all([readHistory(dir), readState(dir)]);
  const last = asHistoryEntry(pending?.entry);
  return last && !written.some((other) => isDeepStrictEqual(other, last)) ? [...written, last] : written;
}

/** Whichever of the two that count was lost, the other one goes on. */
export async function nextId(dir: string): Promise<number> {
  const [written, { generation }] = await Promise.all([readHistory(dir), readState(dir)]);
  return written.reduce((last, { id }) => Math.max(last, id), generation) + 1;
}

export function asHistoryEntry(value: unknown): HistoryEntry | null {
  return entrySchema.safeParse(value).data ?? null;
}

/** A whole entry gets the line end that it lacks; part of one is cut off: its change is still pending and comes again. */
async function mendLastLine(file: string): Promise<void> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  const whole = bytes.lastIndexOf('\n') + 1;
  if (whole === bytes.length) return;
  if (asEntry(bytes.toString('utf8', whole))) await appendFile(file, '\n', { flush: true });
  else await truncate(file, whole);
}

function asEntry(line: string): HistoryEntry | null {
  try {
    return asHistoryEntry(JSON.parse(line));
  } catch {
    return null;
  }
}

function ifAbsent(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
