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

/** Goes into ids of buttons, which have little room. */
const PERSON = /^\w{1,32}$/;

/** Null also where what is sent is no id of a person. */
export function personOf({ member, user }: Sent): string | null {
  const id: unknown = (member?.user ?? user)?.id;
  return typeof id === 'string' && PERSON.test(id) ? id : null;
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
