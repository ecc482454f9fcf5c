import { LRUCache } from 'lru-cache';
import type { Desk } from '../../desk/desk.ts';
import { type Memory, newMemory, UNTIL_PUSHED_OUT } from '../../memory/memory.ts';
import type { Locale } from '../../model/locale.ts';
import type { OutFile } from '../outgoing.ts';
import { type Draw, illustrated } from '../pictured.ts';
import { codesOf, describeError, type Log } from '../safeError.ts';
import { type Chat, type Heard, isForBot } from './addressed.ts';
import { answerMessage, type ChatAnswer, type ChatMessage } from './answerMessage.ts';

/** Posts a message with its files in a channel and gives its id. */
export type Send = (
  channel: string,
  message: ChatMessage,
  files: readonly OutFile[],
) => Promise<string | null>;

type ChatOptions = {
  readonly chat: Chat;
  readonly desk: () => Desk;
  readonly fallback: Locale;
  readonly memory: Memory;
  readonly send: Send;
  readonly draw: Draw;
  readonly log: Log;
};

/** After a cut Discord sends again what it sent since the last event that it knows to have arrived. */
const MOST_MESSAGES = 10_000;
/** Discord takes about one message a second in a channel: an answer further back would come too late. */
const MOST_WAITING = 10;

/** Answers the messages that are for the bot, each once. Settles when the answer is through; never rejects. */
export function newChat(options: ChatOptions): (heard: Heard, self: string) => Promise<void> {
  const { chat, desk, log } = options;
  const handled = new LRUCache<string, true>({ max: MOST_MESSAGES });
  const answers = newMemory(UNTIL_PUSHED_OUT);
  /** The channel of each answer on its way. */
  const waiting: string[] = [];
  return async (heard, self) => {
    const of = { messageId: heard.id, channel: heard.channel_id };
    try {
      if (!isForBot(heard, self, chat) || handled.has(of.messageId)) return;
      handled.set(of.messageId, true);
      if (waiting.filter((channel) => channel === of.channel).length >= MOST_WAITING) {
        return log.warn(of, 'too many questions are waiting in a channel');
      }
      const answer = answerMessage(desk(), heard, { ...options, self, answers });
      waiting.push(of.channel);
      const leave = () => waiting.splice(waiting.indexOf(of.channel), 1);
      const posted = await post(answer, of.channel, options).finally(leave);
      if (posted !== null) answers.remember(posted, answer?.request ?? null);
      log.debug(of, answer ? 'answered' : 'passed in silence');
    } catch (error) {
      report(error, of, log);
    }
  };
}

/** The id of the message posted; null where there is none. */
async function post(
  answer: ChatAnswer | null,
  channel: string,
  { send, draw }: ChatOptions,
): Promise<string | null> {
  if (!answer) return null;
  const { message, files } = await illustrated(answer.message, answer.picture, 0, draw);
  return send(channel, message, files);
}

const PERMISSIONS = 'give the bot View Channel, Send Messages, Embed Links and Read Message History there';
/** Refusals that say something of the channel, not of the bot. */
const REFUSALS: Readonly<Record<number, string>> = {
  10003: 'the channel is gone',
  10008: 'the question is gone',
  50001: PERMISSIONS,
  50006: PERMISSIONS,
  50007: 'this person takes no direct messages from the bot',
  50013: PERMISSIONS,
  160002: PERMISSIONS,
};

function report(error: unknown, of: object, log: Log): void {
  const { code } = codesOf(error);
  const why = typeof code === 'number' ? REFUSALS[code] : undefined;
  const details = { ...of, err: describeError(error) };
  if (why === undefined) log.error(details, 'the answer did not arrive');
  else log.warn(details, `the answer did not arrive: ${why}`);
}
