import { type APIInteraction, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { Desk } from '../desk/desk.ts';
import { decode, inWords, removerOf } from './ids/customId.ts';
import { isMaintenanceId } from './maintenance/ids.ts';
import { idsOn } from './message/rows.ts';
import { ASK, ASK_ABOUT } from './options.ts';
import type { Outgoing } from './outgoing.ts';
import { pressedId } from './presses.ts';

/**
 * One interaction or message that was answered. All three are words of this program, of which there are few: nothing
 * in them names a person or quotes what a person typed.
 */
export type Counted = { readonly command: string; readonly kind: string; readonly outcome: string };

/** Takes note of answers, on every surface; must not throw. */
export type Counts = {
  readonly answered: (counted: Counted, seconds: number) => void;
  /** An answer that Discord did not take, as far as one knows. */
  readonly undelivered: (kind: string) => void;
};

/** The kind of what is no interaction. */
export const MESSAGE = 'message';

const KINDS: ReadonlyMap<InteractionType, string> = new Map([
  [InteractionType.Ping, 'ping'],
  [InteractionType.ApplicationCommand, 'command'],
  [InteractionType.MessageComponent, 'press'],
  [InteractionType.ApplicationCommandAutocomplete, 'autocomplete'],
  [InteractionType.ModalSubmit, 'modal'],
]);

/** Responses that do not come from the desk; any other is a line: outdated, not allowed, done. */
const OUTCOMES: Partial<Record<InteractionResponseType, string>> = {
  [InteractionResponseType.Pong]: 'pong',
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: 'suggestions',
  [InteractionResponseType.DeferredChannelMessageWithSource]: 'deferred',
  [InteractionResponseType.DeferredMessageUpdate]: 'deferred',
};

/** How an interaction counts. */
export function countedOf(
  interaction: APIInteraction,
  outgoing: Pick<Outgoing, 'response' | 'outcome'>,
  desk: Desk,
): Counted {
  return {
    command: knownCommand(interaction, desk),
    kind: kindOf(interaction),
    outcome: outgoing.outcome ?? OUTCOMES[outgoing.response.type] ?? 'line',
  };
}

export function kindOf({ type }: APIInteraction): string {
  return KINDS.get(type) ?? 'unknown';
}

/** Something that has the shape of no interaction was answered as well, by the catch of `respond`. */
function knownCommand(interaction: APIInteraction, desk: Desk): string {
  try {
    return commandOf(interaction, desk);
  } catch {
    return 'unknown';
  }
}

function commandOf(interaction: APIInteraction, desk: Desk): string {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
    case InteractionType.ApplicationCommandAutocomplete: {
      const { name } = interaction.data;
      if (name === ASK_ABOUT) return ASK;
      return desk.catalogue.has(name) ? name : 'unknown';
    }
    case InteractionType.MessageComponent: {
      const id = pressedId(interaction) ?? interaction.data.custom_id;
      if (removerOf(id) !== null) return 'remove';
      if (isMaintenanceId(id)) return 'dataset';
      const press = decode(id, desk, idsOn(interaction.message ?? {}));
      return press?.requests[0]?.command ?? (press || inWords(id) ? ASK : 'unknown');
    }
    default:
      return 'none';
  }
}
