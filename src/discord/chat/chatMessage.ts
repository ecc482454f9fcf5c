import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { Message } from '../message/message.ts';

export type ChatMessage = RESTPostAPIChannelMessageJSONBody;

/**
 * A reply to a message in a channel, without a ping. By the nonce Discord posts it once, even where it was sent anew
 * because the first time seemed to fail.
 */
export function inReplyTo(question: string, { content, embeds, components }: Message): ChatMessage {
  return {
    ...(content === undefined ? {} : { content }),
    ...(embeds === undefined ? {} : { embeds }),
    ...(components === undefined ? {} : { components }),
    message_reference: { message_id: question, fail_if_not_exists: false },
    allowed_mentions: { parse: [], replied_user: false },
    nonce: question,
    enforce_nonce: true,
  };
}
