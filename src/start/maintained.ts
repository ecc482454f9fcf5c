import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Maintained } from '../discord/answer.ts';
import type { Finish } from '../discord/maintenance/finish.ts';
import { newMaintenance } from '../discord/maintenance/maintenance.ts';
import type { LiveDesk } from '../live/liveDesk.ts';
import { openStore } from '../store/store.ts';
import { openUpkeep } from '../upkeep/upkeep.ts';

/** What maintainers can do to the dataset from Discord; nobody where MAINTAINER_IDS names nobody. */
export function openMaintained(live: LiveDesk, config: Config, log: Logger): Maintained {
  const { dataDir, discordApiUrl: apiUrl, maintainerIds: maintainers, defaultLocale: fallback } = config;
  const store = openStore(dataDir, live.check);
  // A change that an earlier process could not finish is heeded already; this tidies up.
  void store.recover();
  const upkeep = openUpkeep({ store, live, apiUrl });
  return {
    maintenance: newMaintenance({ upkeep, maintainers, fallback, log }),
    finish: onFirstUse(async () => {
      const { newFinish } = await import('../discord/maintenance/finish.ts');
      return newFinish({ apiUrl, log });
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
