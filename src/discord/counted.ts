import { type APIInteraction, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { Desk } from '../desk/desk.ts';
import { decode, inWords, removerOf } from './ids/customId.ts';
import { isMaintenanceId } from './maintenance/ids.ts';
import { idsOn } from './message/rows.ts';
import { ASK, ASK_ABOUT } from './options.ts';
import type { Outgoing } from './outgoing.ts';
import { pressedId } from './presses.ts';

const KINDS: Readonly<Record<InteractionType, string>> = {
  [InteractionType.Ping]: 'ping',
  [InteractionType.ApplicationCommand]: 'command',
  [InteractionType.MessageComponent]: 'press',
  [InteractionType.ApplicationCommandAutocomplete]: 'autocomplete',
  [InteractionType.ModalSubmit]: 'modal',
};

/** Responses that do not come from the desk; any other is a line: outdated, not allowed, done. */
const OUTCOMES: Partial<Record<InteractionResponseType, string>> = {
  [InteractionResponseType.Pong]: 'pong',
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: 'suggestions',
  [InteractionResponseType.DeferredChannelMessageWithSource]: 'deferred',
  [InteractionResponseType.DeferredMessageUpdate]: 'deferred',
};

/** The labels of an interaction in the metrics: words of this program alone, never a person's. */
export function countedOf(
  interaction: APIInteraction,
  outgoing: Pick<Outgoing, 'response' | 'outcome'>,
  desk: Desk,
) {
  return {
    command: commandOf(interaction, desk),
    kind: KINDS[interaction.type] ?? 'unknown',
    outcome: outgoing.outcome ?? OUTCOMES[outgoing.response.type] ?? 'line',
  };
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
