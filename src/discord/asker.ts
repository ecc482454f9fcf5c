import {
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  InteractionContextType,
} from 'discord-api-types/v10';
import { type Locale, localeOf } from '../model/locale.ts';

type Sent = APIApplicationCommandInteraction | APIMessageComponentInteraction;

/** The language that Discord shows to who asks, else the fallback. */
export function localeIn(interaction: APIInteraction, fallback: Locale): Locale {
  return localeOf('locale' in interaction ? interaction.locale : null, fallback);
}

export function personOf({ member, user }: Sent): string | null {
  return (member?.user ?? user)?.id ?? null;
}

/** One person in one channel: where a follow-up finds the question before. */
export function placeIn(channel: string, person: string): string {
  return `${channel} ${person}`;
}

export function placeOf(interaction: Sent): string {
  return placeIn(interaction.channel?.id ?? '', personOf(interaction) ?? '');
}

/** In the direct messages with the bot nobody else reads along. */
export function hasChannel({ context }: Sent): boolean {
  return context !== InteractionContextType.BotDM;
}
