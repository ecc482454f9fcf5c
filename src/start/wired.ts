import { closeSync, openSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import type { Desk } from '../desk/desk.ts';
import type { Draw } from '../discord/pictured.ts';
import { type LiveDesk, withCondition } from '../live/liveDesk.ts';
import { openReports, type Reports } from '../maintenance/reports/reports.ts';
import type { Store } from '../maintenance/store/store.ts';
import { openCharts } from '../render/charts.ts';
import type { Config } from './config.ts';
import { openLive } from './dataset.ts';
import { refusalNotices } from './refusals.ts';

/** Everything that a surface is given. */
export type Wired = {
  readonly config: Config;
  readonly live: LiveDesk;
  readonly store: Store;
  readonly reports: Reports;
  readonly desk: () => Desk;
  readonly draw: Draw;
  /** Readies what draws: a surface calls it once people can ask. */
  readonly warm: () => void;
  readonly log: Logger;
};

/** Opens what surfaces share, runs one, and closes it all; gives the exit status of the surface. */
export async function wired(config: Config, surface: (wiring: Wired) => Promise<number>): Promise<number> {
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const opened = await openLive(config, log, refusalNotices(config, log));
  if (!opened.ok) return opened.status;
  const { live, store } = opened;
  const charts = openCharts({ log });
  const reports = openReports(config.dataDir);
  onHangup(() => void live.reload('signal'));
  try {
    const { draw, warm } = charts;
    return await surface({ config, live, store, reports, desk: withCondition(live), draw, warm, log });
  } finally {
    await Promise.all([charts.close(), live.close()]);
  }
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
