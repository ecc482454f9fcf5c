import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { Desk } from '../../desk/desk.ts';
import type { Missed } from '../../maintenance/missed/missed.ts';
import { heldOf } from '../../memory/memory.ts';
import type { Shared } from '../../memory/shared.ts';
import type { Locale } from '../../model/locale.ts';
import { placeIn } from '../asker.ts';
import { type Counts, MESSAGE } from '../counted.ts';
import { ASK } from '../options.ts';
import type { OutFile } from '../outgoing.ts';
import { type Draw, illustrated } from '../pictured.ts';
import { codesOf, describeError, type Log } from '../safeError.ts';
import { type Chat, guildOfRoles, type Heard, isForBot } from './addressed.ts';
import { answerMessage } from './answerMessage.ts';
import { type ChatAnswer, type ChatMessage, waitMessage } from './chatAnswer.ts';
import type { OwnRole } from './ownRole.ts';
import { newQueue } from './queue.ts';

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
  readonly shared: Shared;
  readonly send: Send;
  readonly ownRole: OwnRole;
  readonly draw: Draw;
  /** Absent: nobody counts. */
  readonly counts?: Counts | undefined;
  /** Null: nowhere. */
  readonly missed?: Pick<Missed, 'keep'> | null;
  readonly log: Log;
};

type Of = { readonly messageId: string; readonly channel: string };

/** Answers the messages that are for the bot, each once. Settles when the answer is through; never rejects. */
export function newChat(options: ChatOptions): (heard: Heard, self: string) => Promise<void> {
  const { desk, fallback, counts, missed, log, shared } = options;
  const queue = newQueue();
  const count = (outcome: string, ms = 0) =>
    counts?.answered({ command: ASK, kind: MESSAGE, outcome }, ms / 1000);
  const deliver = async (answer: ChatAnswer | null, of: Of, settle = async () => {}): Promise<void> => {
    try {
      const posted = await queue.within(of.channel, async () => {
        await settle();
        return post(answer, of, options);
      });
      if (posted !== null) await shared.answers.remember(posted, answer?.request ?? null);
      log.debug(of, answer ? 'answered' : 'passed in silence');
    } catch (error) {
      counts?.undelivered(MESSAGE);
      report(error, of, log);
    }
    const turned = queue.turnedAway(of.channel);
    if (turned) await deliver(waitMessage(desk(), turned, fallback), { ...of, messageId: turned.first.id });
  };
  return async (heard, self) => {
    const of = { messageId: heard.id, channel: heard.channel_id };
    try {
      // After a cut Discord sends again what it sent since the last event that it knows to have arrived.
      if (!(await isAddressed(heard, self, options)) || !(await shared.once.isFirst(of.messageId))) return;
      const { settle, ...memories } = await recalled(heard, shared);
      // From here on nothing is waited for until the answer has its place in the queue.
      if (queue.isFull(of.channel)) {
        queue.turnAway(heard);
        count('turned-away');
        return log.warn(of, 'too many questions are waiting in a channel');
      }
      const began = performance.now();
      const answer = answerMessage(desk(), heard, { ...options, ...memories, self });
      count(answer?.outcome ?? 'silence', performance.now() - began);
      if (answer?.missed) missed?.keep(answer.missed, new Date());
      await deliver(answer, of, settle);
    } catch (error) {
      report(error, of, log);
    }
  };
}

/** What the answer may follow; `settle` hands on what it leaves to be remembered. */
async function recalled(heard: Heard, { requests, answers }: Shared) {
  const [place, replied] = [placeIn(heard.channel_id, heard.author.id), heard.message_reference?.message_id];
  const [own, theirs] = await Promise.all([
    requests.recall(place),
    replied === undefined ? null : answers.recall(replied),
  ]);
  const { memory, settle } = heldOf(requests, { [place]: own });
  return { memory, settle, answers: heldOf(answers, { [replied ?? '']: theirs }).memory };
}

/** Whether a message speaks to the bot, by its own name or by that of its role. */
async function isAddressed(heard: Heard, self: string, { chat, ownRole }: ChatOptions): Promise<boolean> {
  if (isForBot(heard, self, chat)) return true;
  const guild = guildOfRoles(heard, self, chat);
  const role = guild === null ? null : await ownRole(guild, self);
  return role !== null && heard.mention_roles.includes(role);
}

/** The id of the message posted; null where there is none. */
async function post(
  answer: ChatAnswer | null,
  of: Of,
  { send, draw, log }: ChatOptions,
): Promise<string | null> {
  if (!answer) return null;
  const { message, files } = await illustrated(answer.message, answer.picture, 0, draw);
  try {
    return await send(of.channel, message, files);
  } catch (error) {
    if (files.length === 0 || codesOf(error).code !== RESTJSONErrorCodes.MissingPermissions) throw error;
    const posted = await send(of.channel, answer.message, []);
    log.warn(of, 'the answer went out without its picture: give the bot Attach Files there');
    return posted;
  }
}

const PERMISSIONS =
  'give the bot View Channel, Send Messages, Embed Links, Attach Files and Read Message History there';
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
