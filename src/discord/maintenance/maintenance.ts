import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import type { Upkeep } from '../../maintenance/upkeep.ts';
import type { Locale } from '../../model/locale.ts';
import { localeIn } from '../asker.ts';
import { suggestionsResponse } from '../autocomplete.ts';
import { lineMessage } from '../message/message.ts';
import { bare, fresh, type Outgoing } from '../outgoing.ts';
import { failureId, type Log } from '../safeError.ts';
import { lineEdit } from './edits.ts';
import { mayMaintain } from './mayMaintain.ts';
import { taskOf } from './tasks.ts';
import { maintenanceWords } from './words.ts';

export type Answered = {
  readonly outgoing: Outgoing;
  /** To be done once the answer is out; `arrived`: as far as one knows, Discord has taken it. Never rejects. */
  readonly after?: (arrived: boolean) => Promise<void>;
  /** Another delivery of the same interaction is being answered, or has been. */
  readonly isAgain?: true;
};

/**
 * The answer to an interaction that maintains the dataset, which reads and writes files; null for any other, which
 * `respond` answers. The sender's permission is checked here, once, for every way to a change. Never rejects.
 */
export type Maintenance = (interaction: APIInteraction) => Promise<Answered | null>;

type MaintenanceOptions = {
  readonly upkeep: Upkeep;
  /** User ids. */
  readonly maintainers: readonly string[];
  /** The fallback locale, for an interaction that names no language. */
  readonly fallback: Locale;
  readonly log: Log;
};

export function newMaintenance({ upkeep, maintainers, fallback, log }: MaintenanceOptions): Maintenance {
  const known = new Set(maintainers);
  return async (interaction) => {
    const task = taskOf(interaction);
    if (!task) return null;
    const locale = localeIn(interaction, fallback);
    const words = maintenanceWords[locale];
    if (!mayMaintain(interaction, known)) return { outgoing: lineFor(interaction, words.notAllowed) };
    const failure = (error: unknown) =>
      words.failure(failureId(error, 'maintenance of the dataset failed', {}, log));
    try {
      const { first, work, changes = false } = await task({ upkeep, locale, log });
      if (!work) return { outgoing: first };
      return {
        outgoing: first,
        async after(arrived) {
          if (!arrived && changes)
            log.warn(
              { interactionId: interaction.id },
              'a confirmation was not taken up: nothing has changed',
            );
          const edit =
            arrived || !changes
              ? await work().catch((error: unknown) => lineEdit(failure(error)))
              : lineEdit(words.unseen);
          try {
            // Discord's REST client weighs more than all else that signed HTTP loads.
            const { finish } = await import('./finish.ts');
            await finish(interaction, edit, { apiUrl: upkeep.apiUrl, locale, log });
          } catch (error) {
            failure(error);
          }
        },
      };
    } catch (error) {
      return { outgoing: lineFor(interaction, failure(error)) };
    }
  };
}

/** A person who is typing gets no line and no suggestion. */
function lineFor({ type }: APIInteraction, line: string): Outgoing {
  return type === InteractionType.ApplicationCommandAutocomplete
    ? bare(suggestionsResponse([]))
    : fresh(lineMessage(line));
}
