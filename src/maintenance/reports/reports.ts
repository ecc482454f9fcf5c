import { type KeptLines, type NotKept, openKeptLines } from '../kept/keptLines.ts';
import { REPORTS_LOCK } from '../store/lock.ts';
import { asReport, type Doubted, keyOf, type Report } from './report.ts';

/** More than anybody works through; whatever comes in pushes out what was reported longest ago. */
export const MOST_REPORTS = 500;
/** Half a year: by then newer figures have come. */
export const KEPT_DAYS = 180;
/** Behind others that wait for the lock of a process that died: whoever pressed must be answered in time. */
const LONGEST_MS = 800;

/** The answers that people doubt, in a file beside the dataset that all processes share. */
export type Reports = Pick<KeptLines<Report>, 'list' | 'tidy'> & {
  /** Keeps a report; `times` is how often this answer was reported. A folder that cannot be written is a refusal, `known` where the one before had the same reason. */
  readonly keep: (
    answer: Doubted,
    at: Date,
  ) => Promise<{ readonly ok: true; readonly times: number } | NotKept>;
};

export function openReports(dir: string): Reports {
  const { list, add, tidy } = openKeptLines(dir, {
    file: 'reports.jsonl',
    lock: REPORTS_LOCK,
    most: MOST_REPORTS,
    days: KEPT_DAYS,
    longestMs: LONGEST_MS,
    asLine: asReport,
    wording: 'question',
  });
  return {
    list,
    tidy,
    async keep(answer, at) {
      const now = at.toISOString();
      const kept = await add([{ key: keyOf(answer), first: now, last: now, times: 1, ...answer }], at);
      return kept.ok ? { ok: true, times: kept.times[0] ?? 1 } : kept;
    },
  };
}
