import { randomBytes } from 'node:crypto';
import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import type { Upkeep } from '../../maintenance/upkeep.ts';
import type { Locale } from '../../model/locale.ts';
import { localeIn } from '../asker.ts';
import { suggestionsResponse } from '../autocomplete.ts';
import { lineMessage } from '../message/message.ts';
import { bare, fresh, type Outgoing } from '../outgoing.ts';
import { describeError } from '../safeError.ts';
import { lineEdit } from './edits.ts';
import { mayMaintain } from './mayMaintain.ts';
import { taskOf } from './tasks.ts';
import { maintenanceWords } from './words.ts';

export type Answered = {
  readonly outgoing: Outgoing;
  /** To be done once the answer is out; never rejects. */
  readonly after?: () => Promise<void>;
};

/**
 * Null for everything that does not keep the data up, which `respond` answers; this reads and writes files. The sender's
 * permission is checked here, once, for every way to a change. Never rejects.
 */
export type Maintenance = (interaction: APIInteraction) => Promise<Answered> | null;

type MaintenanceOptions = {
  readonly upkeep: Upkeep;
  /** User ids. */
  readonly maintainers: readonly string[];
  /** The language of an interaction that names none. */
  readonly fallback: Locale;
  readonly log: { readonly [K in 'info' | 'error' | 'debug']: (details: object, message: string) => void };
};

export function newMaintenance({ upkeep, maintainers, fallback, log }: MaintenanceOptions): Maintenance {
  const known = new Set(maintainers);
  return (interaction) => {
    const task = taskOf(interaction);
    if (!task) return null;
    const locale = localeIn(interaction, fallback);
    const { notAllowed, failure } = maintenanceWords[locale];
    if (!mayMaintain(interaction, known))
      return Promise.resolve({ outgoing: lineFor(interaction, notAllowed) });
    const failureLine = (error: unknown) => {
      const errorId = randomBytes(4).toString('hex');
      log.error({ errorId, err: describeError(error) }, 'maintenance of the dataset failed');
      return failure(errorId);
    };
    return task({ upkeep, locale, log }).then(
      ({ first, work }) => {
        if (!work) return { outgoing: first };
        const edit = () => work().catch((error) => lineEdit(failureLine(error)));
        return {
          outgoing: first,
          async after() {
            // Discord's REST client weighs more than all else that signed HTTP loads.
            const { finish } = await import('./finish.ts');
            await finish(interaction, await edit(), { apiUrl: upkeep.apiUrl, locale, log });
          },
        };
      },
      (error: unknown) => ({ outgoing: lineFor(interaction, failureLine(error)) }),
    );
  };
}

/** Somebody who is typing gets no line, and no suggestion. */
function lineFor({ type }: APIInteraction, line: string): Outgoing {
  return type === InteractionType.ApplicationCommandAutocomplete
    ? bare(suggestionsResponse([]))
    : fresh(lineMessage(line));
}
