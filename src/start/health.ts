import type { Logger } from 'pino';
import { describeError } from '../discord/safeError.ts';
import type { Line } from '../http/gauges.ts';
import type { Metrics, Observed } from '../http/metrics.ts';
import type { LiveDesk } from '../live/liveDesk.ts';
import type { Config } from './config.ts';
import { connectedness, readiness } from './readiness.ts';

/** How a surface is doing. */
export type Vitals = {
  /** Whether people are answered now. */
  readonly ready: () => boolean;
  /** False where a restart would help. */
  readonly live?: () => boolean;
  /** Of a surface that keeps a connection with Discord. */
  readonly connection?: () => Line;
};

/** The health endpoints of a process, whichever surface it serves. */
export type Health = {
  readonly metrics: Metrics;
  /** Until a surface is watched, the process is not ready. */
  readonly watch: (vitals: Vitals) => void;
  readonly close: () => Promise<void>;
};

type Watched = Observed & { readonly live: Pick<LiveDesk, 'desk' | 'status'>; readonly log: Logger };

/** Null where HEALTH_PORT is not set: then nothing of this is loaded. Rejects with the listen error. */
export async function openHealth(
  config: Config,
  { live, log, ...observed }: Watched,
): Promise<Health | null> {
  const { healthHost: host, healthPort: port } = config;
  if (port === undefined) return null;
  const [{ newMetrics }, { startHealthServer }] = await Promise.all([
    import('../http/metrics.ts'),
    import('../http/healthServer.ts'),
  ]);
  const metrics = newMetrics(observed);
  let watched: Vitals = { ready: () => false };
  const parts = {
    live: () => watched.live?.() ?? true,
    readiness: () => ({
      ...(watched.connection ? connectedness(watched.connection()) : {}),
      ...readiness(live, observed.sharedMemory?.() ?? null),
      ready: watched.ready(),
    }),
    metrics: metrics.text,
    onError: (error: unknown) =>
      log.error({ err: describeError(error) }, 'a request for the health could not be answered'),
  };
  const { url, close } = await startHealthServer(parts, { host, port });
  log.info({ url }, 'the health endpoints /livez, /readyz and /metrics listen');
  return {
    metrics,
    watch(vitals) {
      watched = vitals;
      if (vitals.connection) metrics.follow(vitals.connection);
    },
    close,
  };
}
