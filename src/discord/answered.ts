import { type APIEmbed, type APIMessage, ComponentType } from 'discord-api-types/v10';
import { ask } from '../ask.ts';
import type { Desk } from '../desk.ts';
import { LOCALES, type Locale } from '../locale/locale.ts';
import { toEmbed } from '../render/embed.ts';
import type { Request } from '../request.ts';
import { decode, type Press } from './customId.ts';
import { ASK } from './options.ts';

/**
 * The request that a message of the bot answers, found again from the message alone: it may be of another process,
 * or the answer to a command. Null in doubt: the question then starts afresh.
 */
export function requestOf(desk: Desk, message: APIMessage, locale: Locale): Request | null {
  return ofButtons(desk, message, locale) ?? ofCard(desk, message.embeds[0]);
}

/** A button that does something with the answer carries its request; others carry what could be asked next. */
function ofButtons(desk: Desk, { components = [] }: APIMessage, locale: Locale): Request | null {
  const parts = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  const ids = parts.flatMap((part) => ('custom_id' in part ? [part.custom_id] : []));
  const press = ids
    .map((id) => decode(id, desk.catalogue))
    .find((one): one is Press => one !== null && one.action !== 'ask');
  return press ? ask(desk, { command: press.command, options: press.options, locale }).request : null;
}

/** A card's title is the question as it was understood: read again, it is believed where it gives the same card. */
function ofCard(desk: Desk, embed: APIEmbed | undefined): Request | null {
  if (!embed?.title) return null;
  const question = embed.title.replace(/\\/g, '');
  const replies = LOCALES.map((locale) => ask(desk, { command: ASK, options: { question }, locale }));
  return replies.find(({ request, card }) => request && isSame(toEmbed(card), embed))?.request ?? null;
}

function isSame(one: APIEmbed, other: APIEmbed): boolean {
  return (
    one.title === other.title &&
    one.description === other.description &&
    one.fields?.length === (other.fields ?? []).length
  );
}
