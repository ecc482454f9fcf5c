import { LRUCache } from 'lru-cache';
import type { Desk } from '../../desk/desk.ts';
import { type Memory, newMemory, UNTIL_PUSHED_OUT } from '../../memory/memory.ts';
import type { Locale } from '../../model/locale.ts';
import type { OutFile } from '../outgoing.ts';
import { type Draw, illustrated } from '../pictured.ts';
import { codesOf, describeError } from '../safeError.ts';
import { type Chat, type Heard, isForBot } from './addressed.ts';
import { answerMessage, type ChatAnswer, type ChatMessage } from './answerMessage.ts';

/** Posts a message with its files in a channel and gives its id. */
export type Send = (
  channel: string,
  message: ChatMessage,
  files: readonly OutFile[],
) => Promise<string | null>;

type Log = { readonly [K in 'debug' | 'warn' | 'error']: (details: object, message: string) => void };
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
/** Discord takes about one message a second in a channel: who stands further back waits for too long. */
const MOST_WAITING = 10;

/** Answers the messages that are for the bot, each once. Settles when the answer is through; never rejects. */
export function newChat(options: ChatOptions): (heard: Heard, self: string) => Promise<void> {
  const { chat, desk, log } = options;
  const seen = new LRUCache<string, true>({ max: MOST_MESSAGES });
  const answers = newMemory(UNTIL_PUSHED_OUT);
  const queue = newQueue();
  return async (heard, self) => {
    const of = { messageId: heard.id, channel: heard.channel_id };
    try {
      if (!isForBot(heard, self, chat) || seen.has(of.messageId)) return;
      seen.set(of.messageId, true);
      if (!queue.enter(of.channel)) return log.warn(of, 'too many questions are waiting in a channel');
      const answer = answerMessage(desk(), heard, { ...options, self, answers });
      const posted = await post(answer, of.channel, options).finally(() => queue.leave(of.channel));
      if (posted !== null) answers.remember(posted, answer?.request ?? null);
      log.debug(of, answer ? 'answered' : 'passed in silence');
    } catch (error) {
      report(error, of, log);
    }
  };
}

/** The id of what was posted; null where nothing was. */
async function post(
  answer: ChatAnswer | null,
  channel: string,
  { send, draw }: ChatOptions,
): Promise<string | null> {
  if (!answer) return null;
  const { message, files } = await illustrated(answer.message, answer.picture, 0, draw);
  return send(channel, message, files);
}

/** How many answers are on their way to each channel. */
function newQueue() {
  const waiting = new Map<string, number>();
  return {
    enter(channel: string): boolean {
      const before = waiting.get(channel) ?? 0;
      if (before >= MOST_WAITING) return false;
      waiting.set(channel, before + 1);
      return true;
    },
    leave(channel: string): void {
      const left = (waiting.get(channel) ?? 1) - 1;
      if (left > 0) waiting.set(channel, left);
      else waiting.delete(channel);
    },
  };
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
