import { randomBytes } from 'node:crypto';
import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import type { Upkeep } from '../../maintenance/upkeep.ts';
import type { Locale } from '../../model/locale.ts';
import { localeIn } from '../asker.ts';
import { suggestionsResponse } from '../autocomplete.ts';
import { lineMessage } from '../message.ts';
import { bare, fresh, type Outgoing } from '../outgoing.ts';
import { describeError } from '../safeError.ts';
import { lineEdit } from './edited.ts';
import { mayMaintain } from './mayMaintain.ts';
import { type Granted, wishOf } from './wishes.ts';
import { maintenanceWords } from './words.ts';

/**
 * Null for everything that does not keep the data up, which `respond` answers; this reads and writes files. Whether the
 * sender may is asked here, once, for every way to a change. Neither the answer nor its second part ever rejects.
 */
export type Maintenance = (interaction: APIInteraction) => Promise<Granted> | null;

type MaintenanceOptions = {
  readonly upkeep: Upkeep;
  /** User ids. */
  readonly maintainers: readonly string[];
  /** For whoever Discord names no language of. */
  readonly fallback: Locale;
  readonly log: { readonly [K in 'info' | 'error']: (details: object, message: string) => void };
};

export function newMaintenance({ upkeep, maintainers, fallback, log }: MaintenanceOptions): Maintenance {
  const known = new Set(maintainers);
  return (interaction) => {
    const wish = wishOf(interaction);
    if (!wish) return null;
    const locale = localeIn(interaction, fallback);
    const say = (line: string) => lineFor(interaction, line);
    const failed = (error: unknown) => {
      const errorId = randomBytes(4).toString('hex');
      log.error({ errorId, err: describeError(error) }, 'maintenance of the dataset failed');
      return maintenanceWords[locale].failure(errorId);
    };
    if (!mayMaintain(interaction, known)) {
      return Promise.resolve({ first: say(maintenanceWords[locale].notAllowed) });
    }
    return wish({ upkeep, locale, log }).then(
      ({ first, after }) =>
        after ? { first, after: () => after().catch((error) => lineEdit(failed(error))) } : { first },
      (error: unknown) => ({ first: say(failed(error)) }),
    );
  };
}

/** Whoever is typing is told nothing. */
function lineFor({ type }: APIInteraction, line: string): Outgoing {
  return type === InteractionType.ApplicationCommandAutocomplete
    ? bare(suggestionsResponse([]))
    : fresh(lineMessage(line));
}
