import { type Maintenance, newMaintenance } from '../discord/maintenance/maintenance.ts';
import type { Wired } from './wired.ts';

/** What maintainers can do to the dataset from Discord; nobody where MAINTAINER_IDS names nobody. */
export function openMaintenance({
  live,
  store,
  reports,
  missed,
  config,
  log,
}: Pick<Wired, 'live' | 'store' | 'reports' | 'missed' | 'config' | 'log'>): Maintenance {
  const { discordApiUrl: apiUrl, maintainerIds: maintainers, defaultLocale: fallback, confirmBy } = config;
  const questions = { list: missed.list, logged: config.logQuestions === 'missed' };
  const upkeep = { store, live, reports, questions, apiUrl, confirmBy };
  return newMaintenance({ upkeep, maintainers, fallback, log });
}
