import { type Logger, pino } from 'pino';
import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import type { Config } from '../config.ts';
import { type Desk, openDesk } from '../desk.ts';
import { loadDataset } from '../programme/load.ts';
import { report } from '../programme/report.ts';

/** The bot, or the local web chat where no token is set, until it is told to end; gives the exit status. */
export async function start(config: Config): Promise<number> {
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const catalogue = await loadCatalogue();
  const desk = await deskOf(config, catalogue);
  if (!desk) return 1;
  if (config.discordToken) return onDiscord(() => desk, config, config.discordToken, log);
  const { inBrowser } = await import('./inBrowser.ts');
  return inBrowser(() => desk, config, log);
}

async function deskOf(
  { dataDir, sourceDir, defaultLocale }: Config,
  catalogue: Catalogue,
): Promise<Desk | null> {
  const loaded = await loadDataset(dataDir);
  if (loaded.ok) return openDesk(loaded.dataset, catalogue);
  process.stderr.write(`${report(loaded, defaultLocale, { folder: dataDir, sourceDir })}\n`);
  return null;
}

async function onDiscord(desk: () => Desk, config: Config, token: string, log: Logger): Promise<number> {
  const [{ startGateway }, { untilEnd }] = await Promise.all([
    import('../discord/gateway.ts'),
    import('../discord/lifecycle.ts'),
  ]);
  const { discordApiUrl: apiUrl, defaultLocale: fallback } = config;
  return untilEnd(startGateway({ token, apiUrl, desk, fallback, log }), log);
}
