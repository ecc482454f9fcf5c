import { type Logger, pino } from 'pino';
import type { Draw } from '../discord/pictured.ts';
import { withCondition } from '../live/condition.ts';
import type { LiveDesk } from '../live/liveDesk.ts';
import type { Store } from '../maintenance/store/store.ts';
import { openCharts } from '../render/charts.ts';
import type { Config } from './config.ts';
import { openLive } from './dataset.ts';

/** The bot, or the local web chat where no token is set, until it is told to end; gives the exit status. */
export async function start(config: Config): Promise<number> {
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const opened = await openLive(config, log);
  if (!opened.ok) return opened.status;
  const { live, store } = opened;
  const charts = openCharts({ log });
  try {
    if (config.discordToken) {
      return await onDiscord(live, store, config, config.discordToken, charts.draw, log);
    }
    const { inBrowser } = await import('./inBrowser.ts');
    return await inBrowser(withCondition(live), config, charts.draw, log);
  } finally {
    await Promise.all([charts.close(), live.close()]);
  }
}

async function onDiscord(
  live: LiveDesk,
  store: Store,
  config: Config,
  token: string,
  draw: Draw,
  log: Logger,
): Promise<number> {
  const [{ startGateway }, { untilEnd }, { openMaintained }] = await Promise.all([
    import('../discord/gateway.ts'),
    import('../discord/lifecycle.ts'),
    import('./maintained.ts'),
  ]);
  const { discordApiUrl: apiUrl, defaultLocale: fallback } = config;
  const chat = { mentions: config.chatMentions, dms: config.chatDms };
  const maintained = openMaintained(live, store, config, log);
  const desk = withCondition(live);
  return untilEnd(startGateway({ token, apiUrl, desk, fallback, chat, draw, maintained, log }), log);
}
