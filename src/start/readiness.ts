import type { DatasetState, Line } from '../http/gauges.ts';
import type { LiveDesk } from '../live/liveDesk.ts';
import { countOf } from '../model/finding.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

type Live = Pick<LiveDesk, 'desk' | 'status'>;

/** What metrics say of the dataset. */
export function datasetState({ desk, status }: Live): DatasetState {
  const { dataset } = desk();
  return { ...status(), version: dataset.version, date: dataset.latest.date };
}

/** What `/readyz` says of the dataset; findings as counts, since anyone may read it. */
export function readiness({ desk, status }: Live, sharedMemory: boolean | null): object {
  const { dataset } = desk();
  const { loadedAt, last } = status();
  const { date } = dataset.latest;
  return {
    // The files of the dataset are not what answers: they have errors, and an earlier version goes on.
    degraded: last.outcome === 'bad',
    ...(sharedMemory === null ? {} : { sharedMemory }),
    dataset: {
      version: dataset.version,
      date,
      loadedAt: loadedAt.toISOString(),
      ageDays: Math.floor((Date.now() - Date.parse(date)) / DAY_MS),
    },
    reload: {
      at: last.at.toISOString(),
      outcome: last.outcome,
      errors: countOf(last.findings, 'error'),
      warnings: countOf(last.findings, 'warning'),
    },
  };
}

/** The same of a connection with Discord. */
export function connectedness({ connected, eventAgeMs }: Line): object {
  return { connected, lastEventSeconds: eventAgeMs === null ? null : Math.round(eventAgeMs / 1000) };
}
