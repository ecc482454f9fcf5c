import type { DatasetState } from '../http/metrics.ts';
import type { LiveDesk } from '../live/liveDesk.ts';
import { countOf } from '../model/finding.ts';

/** What metrics say of the dataset. */
export function datasetState({ desk, status }: LiveDesk): DatasetState {
  const { dataset } = desk();
  return { ...status(), version: dataset.version, date: dataset.latest.date };
}

/** What `/readyz` says of the dataset; findings as counts, since anyone may read it. */
export function readiness({ desk, status }: LiveDesk): object {
  const { dataset } = desk();
  const { loadedAt, last } = status();
  return {
    dataset: { version: dataset.version, date: dataset.latest.date, loadedAt: loadedAt.toISOString() },
    reload: {
      at: last.at.toISOString(),
      outcome: last.outcome,
      errors: countOf(last.findings, 'error'),
      warnings: countOf(last.findings, 'warning'),
    },
  };
}
