import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { Desk } from '../../desk/desk.ts';
import type { Reply } from '../../desk/reply.ts';
import { list } from '../../locale/format.ts';
import type { Asked } from '../../maintenance/missed/question.ts';
import type { Locale } from '../../model/locale.ts';
import type { Request } from '../../model/request.ts';
import { languageIn } from '../../question/language.ts';
import { lineMessage, type Message } from '../message/message.ts';
import type { Picture } from '../outgoing.ts';
import type { Heard } from './addressed.ts';
import { questionText } from './questionText.ts';
import type { TurnedAway } from './queue.ts';
import { chatWords } from './words.ts';

export type ChatMessage = RESTPostAPIChannelMessageJSONBody;

/** What to post, and the request that a reply to it follows. */
export type ChatAnswer = {
  readonly message: ChatMessage;
  readonly picture: Picture | null;
  readonly request: Request | null;
  /** How the question ended, for those who count; a line says what to do instead. */
  readonly outcome: Reply['outcome'] | 'line' | 'failure';
  /** What the person wrote and this leaves without an answer. */
  readonly missed?: Asked | null;
};

/** One line to all whose questions found too many others waiting. */
export function waitMessage(desk: Desk, { first, people }: TurnedAway, fallback: Locale): ChatAnswer {
  const locale = languageIn(questionText(first.content), desk.catalogue.values()) ?? fallback;
  const { wait, others } = chatWords[locale];
  const named = people.map((person) => (person === null ? others : `<@${person}>`));
  return lineAnswer(first, wait(list(named, locale)));
}

export function lineAnswer({ id }: Heard, line: string): ChatAnswer {
  return { message: inReplyTo(id, lineMessage(line)), picture: null, request: null, outcome: 'line' };
}

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
