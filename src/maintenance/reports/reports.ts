import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { HISTORY } from '../../load/pending.ts';
import type { Refusal } from '../store/change.ts';
import { locked, REPORTS_LOCK } from '../store/lock.ts';
import { asReport, type Doubted, keyOf, type Report } from './report.ts';

/** More than anybody works through; whatever comes in pushes out what was reported longest ago. */
export const MOST_REPORTS = 500;
/** Half a year: by then newer figures have come. */
export const KEPT_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The answers that people doubt, in a file beside the dataset that all processes share. */
export type Reports = {
  /** Keeps a report; `times` is how often this answer was reported. A folder that cannot be written is a refusal. */
  readonly keep: (
    answer: Doubted,
    at: Date,
  ) => Promise<{ readonly ok: true; readonly times: number } | Refusal>;
  /** The last reported first; those too old are left out. Rejects where the file is there and cannot be read. */
  readonly list: (at: Date) => Promise<readonly Report[]>;
};

export function openReports(dir: string): Reports {
  const file = join(dir, HISTORY, 'reports.jsonl');
  const list = async (at: Date) => current(await read(file), at);
  const keep: Reports['keep'] = (answer, at) =>
    locked(
      dir,
      async ({ check }) => {
        const kept = await list(at);
        const report = added(kept, answer, at);
        const all = [report, ...kept.filter(({ key }) => key !== report.key)].slice(0, MOST_REPORTS);
        check();
        await writeFileAtomic(file, all.map((each) => `${JSON.stringify(each)}\n`).join(''));
        return { ok: true, times: report.times } as const;
      },
      REPORTS_LOCK,
    );
  // Within one process they wait for each other, which costs less than trying for the lock again and again.
  let last: Promise<unknown> = Promise.resolve();
  return {
    list,
    keep(answer, at) {
      const done = last.then(() => keep(answer, at));
      last = done.catch(() => undefined);
      return done;
    },
  };
}

function added(kept: readonly Report[], answer: Doubted, at: Date): Report {
  const [key, last] = [keyOf(answer), at.toISOString()];
  const before = kept.find((report) => report.key === key);
  return { ...answer, key, first: before?.first ?? last, last, times: (before?.times ?? 0) + 1 };
}

function current(reports: readonly Report[], at: Date): readonly Report[] {
  const oldest = at.getTime() - KEPT_DAYS * DAY_MS;
  const fresh = reports.filter(({ last }) => Date.parse(last) >= oldest);
  return fresh.toSorted((a, b) => Date.parse(b.last) - Date.parse(a.last)).slice(0, MOST_REPORTS);
}

/** A line that is not a report is skipped. */
async function read(file: string): Promise<readonly Report[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => asReport(line) ?? []);
}
