import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Counts } from '../discord/counted.ts';
import {
  type DatasetState,
  describeDataset,
  describeLine,
  describeMemory,
  gauge,
  type Line,
} from './gauges.ts';
import type { Turned } from './interactionsApp.ts';

export type Metrics = Counts & {
  readonly turned: (why: Turned) => void;
  /** From then on tells of a connection with Discord as well. */
  readonly follow: (line: () => Line) => void;
  readonly text: () => Promise<{ readonly text: string; readonly type: string }>;
};

/** What is looked at when Prometheus asks. */
export type Observed = {
  readonly dataset: () => DatasetState;
  /** How many pictures are drawn or wait. */
  readonly charts: () => number;
  /** Whether the memory that processes share is in reach; null where none is shared. */
  readonly sharedMemory?: () => boolean | null;
};

/** Discord gives up after three seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Counts for Prometheus. A registry of its own: two servers in one process count apart. */
export function newMetrics({ dataset, charts, sharedMemory = () => null }: Observed): Metrics {
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
  if (sharedMemory() !== null) describeMemory(sharedMemory, registers);
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
