import { type Maintenance, newMaintenance } from '../discord/maintenance/maintenance.ts';
import type { Wired } from './wired.ts';

/** What maintainers can do to the dataset from Discord; nobody where MAINTAINER_IDS names nobody. */
export function openMaintenance({
  live,
  store,
  reports,
  config,
  log,
}: Pick<Wired, 'live' | 'store' | 'reports' | 'config' | 'log'>): Maintenance {
  const { discordApiUrl: apiUrl, maintainerIds: maintainers, defaultLocale: fallback, confirmBy } = config;
  return newMaintenance({ upkeep: { store, live, reports, apiUrl, confirmBy }, maintainers, fallback, log });
}
