import type { Logger } from 'pino';
import { type Maintenance, newMaintenance } from '../discord/maintenance/maintenance.ts';
import type { LiveDesk } from '../live/liveDesk.ts';
import type { Store } from '../maintenance/store/store.ts';
import type { Config } from './config.ts';

/** What maintainers can do to the dataset from Discord; nobody where MAINTAINER_IDS names nobody. */
export function openMaintenance(live: LiveDesk, store: Store, config: Config, log: Logger): Maintenance {
  const { discordApiUrl: apiUrl, maintainerIds: maintainers, defaultLocale: fallback } = config;
  return newMaintenance({ upkeep: { store, live, apiUrl }, maintainers, fallback, log });
}
