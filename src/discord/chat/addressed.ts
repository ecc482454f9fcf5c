import { type GatewayMessageCreateDispatchData, MessageType } from 'discord-api-types/v10';
import { asksNothing, questionText } from './questionText.ts';

/** Where people may speak to the bot without a command. */
export type Chat = { readonly mentions: boolean; readonly dms: boolean };

/** A message as the gateway brings it. */
export type Heard = GatewayMessageCreateDispatchData;

/** The messages that people write; all others are Discord's own notices. */
const WRITTEN: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/**
 * Whether a person speaks to the bot. A reply to the bot names it among the mentions unless the ping was switched
 * off; @everyone and roles, even the bot's own, are not there.
 */
export function isForBot(message: Heard, self: string, chat: Chat): boolean {
  if (!isOfPerson(message, self) || isNod(message, self)) return false;
  return message.guild_id === undefined ? chat.dms : chat.mentions && names(message, self);
}

/**
 * The server whose roles tell whether a person speaks to the bot by the name of its role, which stands beside the
 * bot's own in Discord's list of whom to mention. Null where the message names no role, or the bot as well.
 */
export function guildOfRoles(message: Heard, self: string, chat: Chat): string | null {
  const { guild_id: guild, mention_roles: roles } = message;
  const asks = chat.mentions && roles.length > 0 && isOfPerson(message, self) && !names(message, self);
  return asks ? (guild ?? null) : null;
}

export function names({ mentions }: Heard, self: string): boolean {
  return mentions.some(({ id }) => id === self);
}

function isOfPerson({ author, webhook_id, type }: Heard, self: string): boolean {
  if (webhook_id !== undefined || author.bot || author.system || author.id === self) return false;
  return WRITTEN.includes(type);
}

/** "👍" in reply to an answer asks nothing of it. */
function isNod(message: Heard, self: string): boolean {
  return repliesUnnamed(message, self) && asksNothing(questionText(message.content));
}

/** Whether a person replies among others without naming the bot: what they say may be addressed to all. */
export function isOnlyReply(message: Heard, self: string): boolean {
  return message.guild_id !== undefined && repliesUnnamed(message, self);
}

function repliesUnnamed({ type, content }: Heard, self: string): boolean {
  return type === MessageType.Reply && !new RegExp(`<@!?${self}>`).test(content);
}
