import { Counter, Gauge, type Registry } from 'prom-client';
import type { ReloadStatus } from '../live/status.ts';

/** A connection with Discord; `losses` counts how often it was lost. */
export type Line = {
  readonly connected: boolean;
  readonly eventAgeMs: number | null;
  readonly losses: number;
};

export type DatasetState = Pick<ReloadStatus, 'version' | 'attempts' | 'last' | 'loadedAt'> & {
  /** The reporting date that answers where none is asked for. */
  readonly date: string;
};

/** A number that is read when Prometheus asks. */
export function gauge(registers: Registry[], name: string, help: string, current: () => number): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(current());
    },
  });
}

export function describeLine(line: () => Line, registers: Registry[]): void {
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

export function describeMemory(isInReach: () => boolean | null, registers: Registry[]): void {
  gauge(registers, 'bot_shared_memory_connected', '1 while the memory that processes share is in reach', () =>
    Number(isInReach()),
  );
}

/** The live desk counts its own reloads; the numbers are read when Prometheus asks. */
export function describeDataset(state: () => DatasetState, registers: Registry[]): void {
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
    reporting_date_timestamp_seconds: [
      'Its reporting date, that of answers without another date',
      () => Date.parse(state().date) / 1000,
    ],
  } as const;
  for (const [name, [help, current]] of Object.entries(gauges)) {
    gauge(registers, `bot_dataset_${name}`, help, current);
  }
  new Gauge({
    name: 'bot_dataset_info',
    help: 'The dataset that answers: its version and its reporting date',
    labelNames: ['version', 'date'],
    registers,
    collect() {
      const { version, date } = state();
      this.reset();
      this.set({ version, date }, 1);
    },
  });
}
