import { type NotKept, openKeptLines } from '../kept/keptLines.ts';
import { MISSED_LOCK } from '../store/lock.ts';
import { type Asked, asMissedQuestion, type MissedQuestion } from './question.ts';

export const MOST_MISSED = 5000;
export const MISSED_DAYS = 90;
/** Texts that wait to be written; more come only while the folder cannot be written. */
const MOST_WAITING = 500;
/** Within this time they are written together: the file is one, and may be large. */
const EVERY_MS = 2000;
const LONGEST_MS = 60_000;

/** The questions that found no answer, in a file beside the dataset that all processes share. */
export type Missed = {
  /** Returns at once; the text is written within seconds, off any answer's path. */
  readonly keep: (question: Asked, at: Date) => void;
  /** The one asked most often first; those too old are left out. Rejects where the file is there and cannot be read. */
  readonly list: (at: Date) => Promise<readonly MissedQuestion[]>;
  /** Removes those too old. Never rejects. */
  readonly tidy: (at: Date) => Promise<void>;
  /** Writes what waits. Never rejects. */
  readonly close: () => Promise<void>;
};

type Warn = (details: object, message: string) => void;

/** `warn` is told once that the folder cannot be written, and again only where something was kept in between. */
export function openMissed(dir: string, warn: Warn): Missed {
  const lines = openKeptLines(dir, {
    file: 'missed.jsonl',
    lock: MISSED_LOCK,
    most: MOST_MISSED,
    days: MISSED_DAYS,
    asLine: asMissedQuestion,
    wording: 'text',
  });
  let waiting = new Map<string, MissedQuestion>();
  let timer: NodeJS.Timeout | null = null;
  let pause = EVERY_MS;
  let running: Promise<void> = Promise.resolve();

  function later(): void {
    timer ??= setTimeout(() => void flushed(), pause).unref();
  }

  /** Once what waits now is written, or cannot be, and any writing before it has ended. */
  function flushed(): Promise<void> {
    running = running.then(write);
    return running;
  }

  async function write(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    if (waiting.size === 0) return;
    const batch = waiting;
    waiting = new Map();
    const kept = await lines.add([...batch.values()], new Date()).catch(unread);
    const refusal = kept.ok ? null : kept;
    pause = refusal ? Math.min(2 * pause, LONGEST_MS) : EVERY_MS;
    if (!refusal) return;
    // Another process, or one that was killed, has the lock for some seconds at most.
    const isWorthALine = refusal.reason !== 'busy' && !refusal.known;
    if (isWorthALine) warn(refusal, 'questions without an answer cannot be kept');
    for (const question of batch.values()) wait(question);
    later();
  }

  function wait(question: MissedQuestion): void {
    const before = waiting.get(question.key);
    if (!before && waiting.size >= MOST_WAITING) return;
    waiting.set(question.key, before ? sumOf(before, question) : question);
  }

  return {
    keep(question, at) {
      const now = at.toISOString();
      wait({ ...question, first: now, last: now, times: 1 });
      later();
    },
    async list(at) {
      await flushed();
      return (await lines.list(at)).toSorted((a, b) => b.times - a.times);
    },
    tidy: lines.tidy,
    close: flushed,
  };
}

/** A file that is there and cannot be read is not written over. */
function unread(error: NodeJS.ErrnoException): NotKept {
  return { ok: false, reason: 'unwritable', code: error.code ?? error.name };
}

/** The wording of the earlier one; all else as the later one was answered. */
function sumOf(one: MissedQuestion, other: MissedQuestion): MissedQuestion {
  const [earlier, later] = one.last <= other.last ? [one, other] : [other, one];
  return { ...later, text: earlier.text, first: earlier.first, times: one.times + other.times };
}
