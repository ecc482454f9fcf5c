import { ask } from '../../desk/ask.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Reply } from '../../desk/reply.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Memory } from '../../memory/memory.ts';
import type { Locale } from '../../model/locale.ts';
import type { Request } from '../../model/request.ts';
import { languageIn } from '../../question/language.ts';
import { placeIn } from '../asker.ts';
import { publicMessage, sourcesMessage } from '../message/message.ts';
import { requestOf } from '../message/pressed.ts';
import { shownAs } from '../message/shown.ts';
import { missedIn } from '../missing.ts';
import { ASK, QUESTION } from '../options.ts';
import { pictureOf } from '../outgoing.ts';
import { failureId, type Log } from '../safeError.ts';
import { type Heard, isOnlyReply, names } from './addressed.ts';
import { type ChatAnswer, inReplyTo, lineAnswer } from './chatAnswer.ts';
import { messageText } from './messageText.ts';
import { asksNothing, questionText } from './questionText.ts';
import { chatWords } from './words.ts';

type ChatContext = {
  /** The bot's user id. */
  readonly self: string;
  /** The fallback locale, for questions whose language is not clear. */
  readonly fallback: Locale;
  /** By person and channel, shared with the commands. */
  readonly memory: Memory;
  /** By message of the bot. */
  readonly answers: Memory;
  readonly log: Log;
};

/**
 * A message to the bot in, a message to post out; both are Discord's JSON. Null where no answer is better. Never
 * throws.
 */
export function answerMessage(desk: Desk, heard: Heard, context: ChatContext): ChatAnswer | null {
  try {
    return answerTo(desk, heard, context);
  } catch (error) {
    const errorId = failureId(error, 'cannot answer', { messageId: heard.id }, context.log);
    return { ...lineAnswer(heard, phrases[context.fallback].failure(errorId)), outcome: 'failure' };
  }
}

function answerTo(desk: Desk, heard: Heard, context: ChatContext): ChatAnswer | null {
  const { self, fallback, memory } = context;
  const own = questionText(heard.content);
  const theirs = asksNothing(own) ? repliedTo(heard, self) : null;
  const question = theirs ?? own;
  // The message of somebody else continues nothing that this person asked before.
  const previous = theirs ? null : previousOf(desk, heard, context);
  const locale = languageIn(question, desk.catalogue.values()) ?? previous?.locale ?? fallback;
  if (asksNothing(question) && heard.guild_id !== undefined) {
    if (theirs !== null) return lineAnswer(heard, chatWords[locale].unreadReply);
    if (!names(heard, self) && own === '') return lineAnswer(heard, chatWords[locale].roleOnly(`<@${self}>`));
  }
  const asked = { command: ASK, options: { [QUESTION]: question }, locale };
  const reply = asksNothing(question) ? shortHelp(desk, locale) : replyTo(desk, asked, previous);
  if (reply.silent && isOnlyReply(heard, self)) return null;
  const { id } = heard.author;
  memory.remember(placeIn(heard.channel_id, id), reply.request);
  const { sourcesOf } = reply;
  const shown = shownAs(desk, asked, sourcesOf ?? reply);
  return {
    message: inReplyTo(heard.id, sourcesOf ? sourcesMessage(shown) : publicMessage(shown, id)),
    picture: sourcesOf ? null : pictureOf(shown),
    request: reply.request ?? previous,
    outcome: reply.outcome,
    // What somebody else wrote was not said to the bot.
    missed: theirs ? null : missedIn(desk, asked, reply),
  };
}

/** What the person asks whom this message replies to; null where it replies to nobody, or to the bot. */
function repliedTo({ referenced_message: message }: Heard, self: string): string | null {
  return message && message.author.id !== self ? messageText(message) : null;
}

/** The request that the question follows: that of the answer it replies to, else the person's last one in the channel. */
function previousOf(desk: Desk, heard: Heard, context: ChatContext): Request | null {
  const { self, fallback, memory, answers } = context;
  const { message_reference: reference, referenced_message: message } = heard;
  const remembered = answers.recall(reference?.message_id ?? '');
  if (remembered) return remembered;
  if (message?.author.id === self) return requestOf(desk, message, fallback);
  return memory.recall(placeIn(heard.channel_id, heard.author.id));
}

const HELP = 'help';

function replyTo(desk: Desk, asked: Request, previous: Request | null): Reply {
  const reply = ask(desk, asked, previous);
  const { command, options = {} } = reply.request ?? {};
  const isWholeHelp = command === HELP && Object.keys(options).length === 0;
  return isWholeHelp ? shortHelp(desk, asked.locale) : reply;
}

/** Questions to try and where to find the whole list, which a channel need not read. No question can follow it. */
function shortHelp(desk: Desk, locale: Locale): Reply {
  const { card, ...reply } = ask(desk, { command: HELP, options: {}, locale });
  const notes = [phrases[locale].allCommands];
  const [field] = card.fields;
  const fields = field ? [field] : [];
  return { ...reply, request: null, requests: [], card: { ...card, fields, notes, remarks: notes } };
}
