import type { Logger } from 'pino';
import type { Maintained } from '../discord/answer.ts';
import type { Finish } from '../discord/maintenance/finish.ts';
import { newMaintenance } from '../discord/maintenance/maintenance.ts';
import type { LiveDesk } from '../live/liveDesk.ts';
import type { Store } from '../maintenance/store/store.ts';
import { openUpkeep } from '../maintenance/upkeep.ts';
import type { Config } from './config.ts';

/** What maintainers can do to the dataset from Discord; nobody where MAINTAINER_IDS names nobody. */
export function openMaintained(live: LiveDesk, store: Store, config: Config, log: Logger): Maintained {
  const { discordApiUrl: apiUrl, maintainerIds: maintainers, defaultLocale: fallback } = config;
  const upkeep = openUpkeep({ store, live, apiUrl });
  return {
    maintenance: newMaintenance({ upkeep, maintainers, fallback, log }),
    finish: onFirstUse(async () => {
      const { newFinish } = await import('../discord/maintenance/finish.ts');
      return newFinish({ apiUrl, fallback, log });
    }),
  };
}

/** Discord's REST client weighs more than all else that signed HTTP loads. */
function onFirstUse(open: () => Promise<Finish>): Finish {
  let opened: Promise<Finish> | null = null;
  return async (interaction, edited) => {
    opened ??= open();
    return (await opened)(interaction, edited);
  };
}
