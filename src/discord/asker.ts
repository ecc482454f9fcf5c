import {
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  InteractionContextType,
} from 'discord-api-types/v10';
import { type Locale, localeOf } from '../model/locale.ts';

type Sent = APIApplicationCommandInteraction | APIMessageComponentInteraction;

/** The language of the person's Discord, else the fallback locale. */
export function localeIn(interaction: APIInteraction, fallback: Locale): Locale {
  const locale: unknown = 'locale' in interaction ? interaction.locale : null;
  return localeOf(typeof locale === 'string' ? locale : null, fallback);
}

export function personOf({ member, user }: Sent): string | null {
  return (member?.user ?? user)?.id ?? null;
}

/** One person in one channel: the key under which a follow-up finds the previous question. */
export function placeIn(channel: string, person: string): string {
  return `${channel} ${person}`;
}

export function placeOf(interaction: Sent): string {
  return placeIn(interaction.channel?.id ?? '', personOf(interaction) ?? '');
}

/** In direct messages with the bot there is nobody else to show an answer to. */
export function hasChannel({ context }: Sent): boolean {
  return context !== InteractionContextType.BotDM;
}
