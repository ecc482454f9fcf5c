import type { APIEmbed, APIMessage } from 'discord-api-types/v10';
import { ask } from '../../desk/ask.ts';
import type { Desk } from '../../desk/desk.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import type { Request } from '../../model/request.ts';
import { toEmbed } from '../../render/embed.ts';
import { decode } from '../ids/customId.ts';
import { idsOn } from '../message/rows.ts';
import { ASK } from '../options.ts';

/**
 * The request that a message of the bot answers, found again from the message alone: it may be of another process,
 * or the answer to a command. Null in doubt: the question then starts afresh.
 */
export function requestOf(desk: Desk, message: APIMessage, locale: Locale): Request | null {
  return ofButtons(desk, message, locale) ?? ofCard(desk, message.embeds[0]);
}

/** What is done with an answer, and to which of its pages one turns, is carried with its requests. */
function ofButtons(desk: Desk, message: APIMessage, locale: Locale): Request | null {
  const ids = idsOn(message);
  const presses = ids.map((id) => decode(id, desk, ids)).filter((press) => press !== null);
  const own = presses.find(({ action, page }) => OWN.includes(action) || (action === 'ask' && page !== null));
  const [stored] = own?.requests ?? [];
  if (!stored) return null;
  // Of older messages it may be a question, as it was asked.
  return stored.command === ASK ? ask(desk, { ...stored, locale }).request : { ...stored, locale };
}

const OWN: readonly string[] = ['share', 'source', 'export'];

/** A card's title is the question as it was understood: read again, it is believed where it gives the same card. */
function ofCard(desk: Desk, embed: APIEmbed | undefined): Request | null {
  if (!embed?.title) return null;
  const question = embed.title.replace(/\\/g, '');
  const replies = LOCALES.map((locale) => ask(desk, { command: ASK, options: { question }, locale }));
  return replies.find(({ request, card }) => request && isSame(toEmbed(card), embed))?.request ?? null;
}

/** All but the line on what an answer continues from. */
function isSame(one: APIEmbed, other: APIEmbed): boolean {
  return (
    one.title === other.title &&
    one.description === other.description?.replace(/^-# .*\n/, '') &&
    one.fields?.length === (other.fields ?? []).length
  );
}
