import { type APIInteraction, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { Desk } from '../desk/desk.ts';
import { phrases } from '../locale/phrases.ts';
import { type Memory, NO_MEMORY } from '../memory/memory.ts';
import type { Locale } from '../model/locale.ts';
import { localeIn } from './asker.ts';
import { answerAutocomplete, suggestionsResponse } from './autocomplete.ts';
import { answerCommand } from './commands.ts';
import { bare, line, type Outgoing } from './outgoing.ts';
import { answerPress } from './presses.ts';
import { failureId, type Log } from './safeError.ts';

export type RespondContext = {
  /** The fallback locale, for an interaction that names no language. */
  readonly fallback: Locale;
  /** Where follow-ups find the question before; without one, every question starts afresh. */
  readonly memory?: Memory;
  readonly log: Pick<Log, 'error'>;
};

/** Discord's JSON in, Discord's JSON and what goes with it out, on the gateway and over HTTP alike. Never throws. */
export function respond(desk: Desk, interaction: APIInteraction, context: RespondContext): Outgoing {
  const locale = localeIn(interaction, context.fallback);
  try {
    return answerTo(desk, interaction, locale, context.memory ?? NO_MEMORY);
  } catch (error) {
    const errorId = failureId(error, 'cannot answer', { interaction: interaction.type }, context.log);
    const typing = interaction.type === InteractionType.ApplicationCommandAutocomplete;
    const answer = typing ? bare(suggestionsResponse([])) : line(phrases[locale].failure(errorId));
    return { ...answer, outcome: 'failure' };
  }
}

function answerTo(desk: Desk, interaction: APIInteraction, locale: Locale, memory: Memory): Outgoing {
  switch (interaction.type) {
    case InteractionType.Ping:
      return bare({ type: InteractionResponseType.Pong });
    case InteractionType.ApplicationCommand:
      return answerCommand({ desk, interaction, locale, memory });
    case InteractionType.ApplicationCommandAutocomplete:
      return bare(answerAutocomplete(desk, interaction, locale));
    case InteractionType.MessageComponent:
      return answerPress(desk, interaction, locale, memory);
    default:
      return line(phrases[locale].outdated);
  }
}
