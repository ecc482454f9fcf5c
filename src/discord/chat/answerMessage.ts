import { randomBytes } from 'node:crypto';
import { ask } from '../../desk/ask.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Reply } from '../../desk/reply.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Memory } from '../../memory/memory.ts';
import type { Locale } from '../../model/locale.ts';
import type { Request } from '../../model/request.ts';
import { languageIn } from '../../question/language.ts';
import { placeIn } from '../asker.ts';
import { lineMessage, publicMessage } from '../message/message.ts';
import { carriedBy } from '../message/shown.ts';
import { ASK } from '../options.ts';
import { type Picture, pictureOf } from '../outgoing.ts';
import { describeError } from '../safeError.ts';
import { type Heard, isOnlyReply } from './addressed.ts';
import { requestOf } from './answered.ts';
import { type ChatMessage, inReplyTo } from './chatMessage.ts';
import { asksNothing, questionText } from './questionText.ts';

type ChatContext = {
  /** The bot's user id. */
  readonly self: string;
  /** For questions that do not tell their language. */
  readonly fallback: Locale;
  /** By person and channel, shared with the commands. */
  readonly memory: Memory;
  /** By message of the bot. */
  readonly answers: Memory;
  readonly log: { readonly error: (details: object, message: string) => void };
};

/** What to post, and the request that a reply to it follows. */
export type ChatAnswer = {
  readonly message: ChatMessage;
  readonly picture: Picture | null;
  readonly request: Request | null;
};

/**
 * A message to the bot in, a message to post out; both are Discord's JSON. Null for what may pass in silence. Never
 * throws.
 */
export function answerMessage(desk: Desk, heard: Heard, context: ChatContext): ChatAnswer | null {
  try {
    return answerTo(desk, heard, context);
  } catch (error) {
    const errorId = randomBytes(4).toString('hex');
    context.log.error({ errorId, messageId: heard.id, err: describeError(error) }, 'cannot answer');
    const line = lineMessage(phrases[context.fallback].failure(errorId));
    return { message: inReplyTo(heard.id, line), picture: null, request: null };
  }
}

function answerTo(desk: Desk, heard: Heard, context: ChatContext): ChatAnswer | null {
  const question = questionText(heard.content);
  const previous = previousOf(desk, heard, context);
  const locale = languageIn(question, desk.catalogue.values()) ?? previous?.locale ?? context.fallback;
  const reply = replyTo(desk, question, locale, previous);
  if (reply.silent && isOnlyReply(heard, context.self)) return null;
  const { id } = heard.author;
  context.memory.remember(placeIn(heard.channel_id, id), reply.request);
  const carried = carriedBy(desk, asking(question, locale), reply);
  const message = publicMessage(desk, reply, locale, carried, { id, shared: false });
  return {
    message: inReplyTo(heard.id, message),
    picture: pictureOf(desk, reply),
    request: reply.request ?? previous,
  };
}

/** What the question follows: the answer that it replies to, otherwise what the person asked last in the channel. */
function previousOf(desk: Desk, heard: Heard, context: ChatContext): Request | null {
  const { self, fallback, memory, answers } = context;
  const { message_reference: reference, referenced_message: message } = heard;
  const remembered = answers.recall(reference?.message_id ?? '');
  if (remembered) return remembered;
  if (message?.author.id === self) return requestOf(desk, message, fallback);
  return memory.recall(placeIn(heard.channel_id, heard.author.id));
}

function asking(question: string, locale: Locale): Request {
  return { command: ASK, options: { question }, locale };
}

function replyTo(desk: Desk, question: string, locale: Locale, previous: Request | null): Reply {
  if (asksNothing(question)) return shortHelp(desk, locale);
  const reply = ask(desk, asking(question, locale), previous);
  const { command, options } = reply.request ?? {};
  return command === HELP && Object.keys(options ?? {}).length === 0 ? shortHelp(desk, locale) : reply;
}

const HELP = 'help';

/** Questions to try and where the rest is: a channel need not read the whole list. Nothing follows it. */
function shortHelp(desk: Desk, locale: Locale): Reply {
  const { card, ...reply } = ask(desk, { command: HELP, options: {}, locale });
  const notes = [phrases[locale].allCommands];
  return { ...reply, request: null, requests: [], card: { ...card, fields: card.fields.slice(0, 1), notes } };
}
