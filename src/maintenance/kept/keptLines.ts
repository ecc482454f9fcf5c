import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import writeFileAtomic from 'write-file-atomic';
import { HISTORY } from '../../load/pending.ts';
import type { Refusal } from '../store/change.ts';
import { type Lock, locked } from '../store/lock.ts';

/** What every line says: `key` tells it apart from all others; how often it came, first and last, as ISO 8601. */
export type Counted = {
  readonly key: string;
  readonly first: string;
  readonly last: string;
  readonly times: number;
};

/** `known`: it was refused for the same reason the last time, and nothing was kept since. */
export type NotKept = Refusal & { readonly known?: true };

/** Lines of JSON in a file beside the dataset that all processes share. */
export type KeptLines<T extends Counted> = {
  /** Adds to the line with the same key, or a new line; gives how often each came in all. A folder that cannot be written is a refusal. */
  readonly add: (
    lines: readonly T[],
    at: Date,
  ) => Promise<{ readonly ok: true; readonly times: readonly number[] } | NotKept>;
  /** The last one first; those too old are left out. Rejects where the file is there and cannot be read. */
  readonly list: (at: Date) => Promise<readonly T[]>;
  /** Removes those too old, which else go when another comes. Never rejects: what cannot be written stays. */
  readonly tidy: (at: Date) => Promise<void>;
};

type Bounds<T extends Counted> = {
  /** Its name in `.history`. */
  readonly file: string;
  readonly lock: Lock;
  /** Beyond so many, what came longest ago goes. */
  readonly most: number;
  readonly days: number;
  /** How long a line may wait behind others; absent: as long as it takes. */
  readonly longestMs?: number;
  /** Null for what is no such line, which is skipped. */
  readonly asLine: (value: unknown) => T | null;
  /** Its wording stays as it first came; all else is of the last one. */
  readonly wording: Exclude<keyof T, keyof Counted>;
};

/** Lines that are taken apart before an answer gets its turn. */
const AT_ONCE = 200;
const DAY_MS = 24 * 60 * 60 * 1000;
const BUSY = { ok: false, reason: 'busy' } as const;

export function openKeptLines<T extends Counted>(
  dir: string,
  { file: name, lock, most, days, longestMs = Number.POSITIVE_INFINITY, asLine, wording }: Bounds<T>,
): KeptLines<T> {
  const file = join(dir, HISTORY, name);
  const current = <K extends Pick<Counted, 'last'>>(lines: readonly K[], at: Date): readonly K[] => {
    const oldest = at.getTime() - days * DAY_MS;
    const dated = lines.map((line) => ({ line, last: Date.parse(line.last) }));
    const fresh = dated.filter(({ last }) => last >= oldest).sort((a, b) => b.last - a.last);
    return fresh.slice(0, most).map(({ line }) => line);
  };
  const summed = (line: T, before: string | undefined): T => {
    const earlier = before === undefined ? null : parsed(before);
    if (!isCounted(earlier)) return line;
    const first = earlier.first < line.first ? earlier.first : line.first;
    const last = earlier.last > line.last ? earlier.last : line.last;
    const words = (asLine(earlier) ?? line)[wording];
    return { ...line, [wording]: words, first, last, times: line.times + earlier.times };
  };
  const add = (lines: readonly T[], at: Date) =>
    locked(
      dir,
      async ({ check }) => {
        const before = new Map(headsIn(await read(file)).map((head) => [head.key, head]));
        const sums = lines.map((line) => summed(line, before.get(line.key)?.text));
        for (const sum of sums) before.set(sum.key, { ...sum, text: textOf(sum) });
        const all = current([...before.values()], at);
        // Answers go on between the parts of the work.
        await turn();
        check();
        await writeFileAtomic(file, all.map(({ text }) => `${text}\n`).join(''));
        return { ok: true, times: sums.map(({ times }) => times) } as const;
      },
      lock,
    );
  // Within one process they wait for each other, which costs less than trying for the lock again and again.
  let queue: Promise<unknown> = Promise.resolve();
  let failing: string | null = null;
  return {
    async list(at) {
      const lines: T[] = [];
      for (const [place, text] of (await read(file)).split('\n').entries()) {
        if (place % AT_ONCE === AT_ONCE - 1) await turn();
        const line = asLine(parsed(text));
        if (line) lines.push(line);
      }
      return current(lines, at);
    },
    async tidy(at) {
      const heads = headsIn(await read(file).catch(() => ''));
      if (current(heads, at).length === heads.length) return;
      queue = queue.then(() => add([], at)).catch(() => undefined);
      await queue;
    },
    async add(lines, at) {
      const asked = performance.now();
      const done = queue.then(() => (performance.now() - asked > longestMs ? BUSY : add(lines, at)));
      queue = done.catch(() => undefined);
      const kept = await done;
      const why = kept.ok ? null : 'code' in kept ? kept.code : kept.reason;
      const known = why === failing;
      failing = why;
      return kept.ok || !known ? kept : { ...kept, known };
    },
  };
}

/** A line of which nothing but what all lines say is read: of thousands only those that are added to are taken apart. */
type Head = Pick<Counted, 'key' | 'last'> & { readonly text: string };

const HEAD = /^\{"key":"([0-9a-f]{16})","first":"[^"\\]*","last":"([^"\\]*)"/;

function headsIn(text: string): readonly Head[] {
  return text.split('\n').flatMap((line) => {
    const [, key, last] = HEAD.exec(line) ?? [];
    if (key !== undefined && last !== undefined) return { key, last, text: line };
    return headOf(line) ?? [];
  });
}

/** Of a line that was written in another order. */
function headOf(line: string): Head | null {
  const value = parsed(line);
  if (!isCounted(value)) return null;
  return { key: value.key, last: value.last, text: textOf(value) };
}

function isCounted(value: unknown): value is Counted {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof value.key === 'string' &&
    /^[0-9a-f]{16}$/.test(value.key) &&
    'first' in value &&
    typeof value.first === 'string' &&
    'last' in value &&
    typeof value.last === 'string' &&
    'times' in value &&
    typeof value.times === 'number'
  );
}

function textOf<T extends Counted>({ key, first, last, ...rest }: T): string {
  return JSON.stringify({ key, first, last, ...rest });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}
