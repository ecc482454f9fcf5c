import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Counts } from '../discord/counted.ts';
import type { ReloadStatus } from '../live/status.ts';
import type { Turned } from './interactionsApp.ts';

export type Metrics = Counts & {
  readonly turned: (why: Turned) => void;
  /** From then on tells of a connection with Discord as well. */
  readonly follow: (line: () => Line) => void;
  readonly text: () => Promise<{ readonly text: string; readonly type: string }>;
};

/** A connection with Discord; `losses` counts how often it was lost. */
export type Line = {
  readonly connected: boolean;
  readonly eventAgeMs: number | null;
  readonly losses: number;
};

export type DatasetState = Pick<ReloadStatus, 'version' | 'attempts' | 'last' | 'loadedAt'> & {
  /** The newest reporting date. */
  readonly date: string;
};

/** What is looked at when Prometheus asks. */
export type Observed = {
  readonly dataset: () => DatasetState;
  /** How many pictures are drawn or wait. */
  readonly charts: () => number;
};

/** Discord gives up after three seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Counts for Prometheus. A registry of its own: two servers in one process count apart. */
export function newMetrics({ dataset, charts }: Observed): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const interactions = new Counter({
    name: 'bot_interactions_total',
    help: 'Interactions and messages answered, by command, kind and outcome',
    labelNames: ['command', 'kind', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'bot_interaction_duration_seconds',
    help: 'From an interaction or a message to its answer, before the answer is sent',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers,
  });
  const undelivered = new Counter({
    name: 'bot_answers_undelivered_total',
    help: 'Answers that Discord did not take, as far as the bot knows, by kind',
    labelNames: ['kind'],
    registers,
  });
  const turned = new Counter({
    name: 'bot_requests_refused_total',
    help: 'Requests that were not taken for interactions, by reason',
    labelNames: ['reason'],
    registers,
  });
  describeDataset(dataset, registers);
  gauge(registers, 'bot_charts_waiting', 'Pictures that are drawn or wait to be drawn', charts);
  collectDefaultMetrics({ register: registry });
  return {
    answered({ command, kind, outcome }, seconds) {
      interactions.inc({ command, kind, outcome });
      durations.observe({ kind }, seconds);
    },
    undelivered: (kind) => undelivered.inc({ kind }),
    turned: (reason) => turned.inc({ reason }),
    follow: (line) => describeLine(line, registers),
    text: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}

function gauge(registers: Registry[], name: string, help: string, current: () => number): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(current());
    },
  });
}

function describeLine(line: () => Line, registers: Registry[]): void {
  gauge(registers, 'bot_gateway_connected', '1 while Discord delivers events', () =>
    Number(line().connected),
  );
  gauge(
    registers,
    'bot_gateway_last_event_age_seconds',
    'Since Discord last sent anything, a heartbeat’s answer included; NaN where it never did',
    () => (line().eventAgeMs ?? Number.NaN) / 1000,
  );
  new Counter({
    name: 'bot_gateway_connections_lost_total',
    help: 'How often a connection with Discord was lost',
    registers,
    collect() {
      this.reset();
      this.inc(line().losses);
    },
  });
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
  const gauges = {
    last_reload_ok: [
      '1 where the last attempt to load the dataset found no error, 0 while an earlier dataset goes on',
      () => (state().last.outcome === 'bad' ? 0 : 1),
    ],
    last_reload_timestamp_seconds: [
      'When the dataset was last attempted to be loaded',
      () => state().last.at.getTime() / 1000,
    ],
    loaded_timestamp_seconds: ['Since when that dataset answers', () => state().loadedAt.getTime() / 1000],
    reporting_date_timestamp_seconds: ['Its newest reporting date', () => Date.parse(state().date) / 1000],
  } as const;
  for (const [name, [help, current]] of Object.entries(gauges)) {
    gauge(registers, `bot_dataset_${name}`, help, current);
  }
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
