import { closeSync, openSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import type { Desk } from '../desk/desk.ts';
import { bounded } from '../discord/bounded.ts';
import type { Draw } from '../discord/pictured.ts';
import { type LiveDesk, withCondition } from '../live/liveDesk.ts';
import { type Missed, openMissed } from '../maintenance/missed/missed.ts';
import { openReports, type Reports } from '../maintenance/reports/reports.ts';
import type { Store } from '../maintenance/store/store.ts';
import type { Shared } from '../memory/shared.ts';
import type { Way } from '../model/condition.ts';
import { openCharts } from '../render/charts.ts';
import type { Config } from './config.ts';
import { openLive } from './dataset/live.ts';
import type { Opened } from './dataset/opened.ts';
import { type Health, openHealth } from './health.ts';
import { keepHeapSmall } from './heap.ts';
import { complaint } from './listening.ts';
import { datasetState } from './readiness.ts';
import { watchReadOnly } from './readOnly.ts';
import { refusalNotices } from './refusals.ts';
import { openShared } from './shared.ts';
import { tidied } from './tidied.ts';

/** Everything that a surface is given. */
export type Wired = {
  readonly config: Config;
  readonly live: LiveDesk;
  readonly store: Store;
  readonly reports: Reports;
  readonly missed: Missed;
  /** `missed` where LOG_QUESTIONS asks for it, else null. */
  readonly keepsMissed: Missed | null;
  readonly shared: Shared;
  /** Makes this process known to those that share its memory. */
  readonly announce: (way: Way) => void;
  readonly desk: () => Desk;
  readonly draw: Draw;
  /** Readies what draws: a surface calls it once people can ask. */
  readonly warm: () => void;
  /** How many pictures are drawn or wait. */
  readonly charts: () => number;
  /** Null where nobody asks for it: HEALTH_PORT is not set. */
  readonly health: Health | null;
  readonly log: Logger;
};

/** Milliseconds that the last texts may wait for another process. */
const WRITE_MS = 500;

/** Opens what surfaces share, runs one, and closes it all; gives the exit status of the surface. */
export async function wired(config: Config, surface: (wiring: Wired) => Promise<number>): Promise<number> {
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const opened = await openLive(config, log, refusalNotices(config, log));
  if (!opened.ok) return opened.status;
  const { live, store } = opened;
  keepHeapSmall();
  const charts = openCharts({ log });
  const reports = openReports(config.dataDir);
  const { close: forget, ...remembered } = await openShared(config, log);
  const missed = openMissed(config.dataDir, (details, message) => log.warn(details, message));
  const untidy = tidied([reports, missed]);
  const logsQuestions = config.logQuestions === 'missed';
  const readOnly = await watchReadOnly(config.dataDir, log);
  const desk = withCondition(live, () => ({
    logsQuestions,
    readOnly: readOnly.code(),
    processes: remembered.processes.all(),
  }));
  const keepsMissed = logsQuestions ? missed : null;
  const announce = (way: Way) => remembered.processes.announce(way, () => answering(live));
  onHangup(() => void live.reload('signal'));
  const { draw, warm, waiting } = charts;
  const shared = {
    config,
    live,
    store,
    reports,
    missed,
    keepsMissed,
    shared: remembered,
    announce,
    desk,
    draw,
    warm,
    charts: waiting,
    log,
  };
  const watching = await openWatch(shared);
  try {
    return watching.ok ? await surface({ ...shared, health: watching.health }) : watching.status;
  } finally {
    readOnly.stop();
    untidy();
    await Promise.all([charts.close(), live.close(), bounded(missed.close(), WRITE_MS), forget()]);
    // The last to go: until then it says that people are not answered any more.
    if (watching.ok) await watching.health?.close();
  }
}

async function openWatch({
  config,
  live,
  charts,
  shared,
  log,
}: Omit<Wired, 'health'>): Promise<Opened<Pick<Wired, 'health'>>> {
  try {
    const dataset = () => datasetState(live);
    return {
      ok: true,
      health: await openHealth(config, { dataset, charts, sharedMemory: shared.isInReach, live, log }),
    };
  } catch (error) {
    const { line, status } = complaint(error, config.healthPort ?? 0, 'HEALTH_PORT');
    process.stderr.write(`${line}\n`);
    return { ok: false, status };
  }
}

function answering({ status }: LiveDesk) {
  const { version, loadedAt: since } = status();
  return { version, since };
}

/**
 * Calls back on SIGHUP. The same signal tells a program that its terminal was closed: then it ends, as it would have
 * without a listener, instead of staying behind with its port taken.
 */
function onHangup(react: () => void): void {
  const hadTerminal = process.stdin.isTTY === true;
  process.on('SIGHUP', () => {
    if (!hadTerminal || hasTerminal()) return react();
    process.removeAllListeners('SIGHUP');
    process.kill(process.pid, 'SIGHUP');
  });
}

function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}
