import { snowflake, USER } from './interactions.ts';

/** Messages as the gateway brings them. */

export const SELF = '900000000000000001';
export const PING = `<@${SELF}>`;
export const CHANNEL = '700000000000000002';
const DIRECT = '700000000000000003';

export type Said = ReturnType<typeof message>;

function message(content: string, changes: object) {
  return {
    id: snowflake(),
    channel_id: CHANNEL,
    guild_id: '700000000000000001' as string | undefined,
    author: USER,
    content,
    timestamp: '2026-01-01T00:00:00Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [...content.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => ({ ...USER, id })),
    mention_roles: [...content.matchAll(/<@&(\d+)>/g)].map(([, id]) => id),
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    ...changes,
  };
}

/** In a channel of a server. */
export function inChannel(content: string, changes: object = {}) {
  return message(content, changes);
}

export function direct(content: string, changes: object = {}) {
  const { guild_id: _, ...rest } = message(content, { channel_id: DIRECT, ...changes });
  return rest;
}

/** A message of the bot as others see it, from what it posted. */
export function ofBot(id: string, posted: object) {
  return { ...message('', { author: { ...USER, id: SELF, bot: true }, ...posted }), id };
}

/** A reply; one to the bot pings it, as clients do unless told otherwise. */
export function replyTo(replied: { readonly id: string }, content: string, changes: object = {}) {
  const author = 'author' in replied ? replied.author : null;
  return message(content, {
    type: 19,
    message_reference: { type: 0, message_id: replied.id, channel_id: CHANNEL },
    referenced_message: author ? replied : null,
    ...(author ? { mentions: [author] } : {}),
    ...changes,
  });
}
