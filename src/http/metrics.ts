import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ReloadStatus } from '../live/status.ts';
import type { Turned } from './interactionsApp.ts';

/** One interaction that was answered. Nothing in it names a person or quotes what they typed. */
export type Counted = { readonly command: string; readonly kind: string; readonly outcome: string };

export type Metrics = {
  readonly answered: (counted: Counted, seconds: number) => void;
  readonly turned: (why: Turned) => void;
  readonly text: () => Promise<{ readonly text: string; readonly type: string }>;
};

export type DatasetState = Pick<ReloadStatus, 'version' | 'attempts' | 'last' | 'loadedAt'> & {
  /** The newest reporting date. */
  readonly date: string;
};

/** Discord gives up after three seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Counts for Prometheus. A registry of its own: two servers in one process count apart. */
export function newMetrics(state: () => DatasetState): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const interactions = new Counter({
    name: 'bot_interactions_total',
    help: 'Interactions answered, by command, kind of interaction and outcome',
    labelNames: ['command', 'kind', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'bot_interaction_duration_seconds',
    help: 'From the verified request to its answer',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers,
  });
  const turned = new Counter({
    name: 'bot_requests_refused_total',
    help: 'Requests that were not taken for interactions, by reason',
    labelNames: ['reason'],
    registers,
  });
  describeDataset(state, registers);
  collectDefaultMetrics({ register: registry });
  return {
    answered({ command, kind, outcome }, seconds) {
      interactions.inc({ command, kind, outcome });
      durations.observe({ kind }, seconds);
    },
    turned: (reason) => turned.inc({ reason }),
    text: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}

/** The live desk counts its own reloads; the numbers are read when Prometheus asks. */
function describeDataset(state: () => DatasetState, registers: Registry[]): void {
  new Counter({
    name: 'bot_dataset_reloads_total',
    help: 'Attempts to load the dataset, the one at the start included, by outcome',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset();
      for (const [outcome, times] of Object.entries(state().attempts)) this.inc({ outcome }, times);
    },
  });
  const gauge = (name: string, help: string, current: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(current());
      },
    });
  gauge('bot_dataset_last_reload_ok', '1 where the last attempt to load the dataset found no error', () =>
    state().last.outcome === 'bad' ? 0 : 1,
  );
  gauge(
    'bot_dataset_loaded_timestamp_seconds',
    'Since when that dataset answers',
    () => state().loadedAt.getTime() / 1000,
  );
  new Gauge({
    name: 'bot_dataset_info',
    help: 'The dataset that answers: its version and its newest reporting date',
    labelNames: ['version', 'date'],
    registers,
    collect() {
      const { version, date } = state();
      this.reset();
      this.set({ version, date }, 1);
    },
  });
}
