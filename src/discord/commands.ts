import {
  type APIApplicationCommandInteraction,
  type APIMessage,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { phrases } from '../locale/phrases.ts';
import type { Memory } from '../memory/memory.ts';
import type { Locale } from '../model/locale.ts';
import type { Request } from '../model/request.ts';
import { MOST_CHARACTERS } from '../reading/read.ts';
import { cut } from '../render/limits.ts';
import { plainText } from '../render/markdown.ts';
import { hasChannel, personOf, placeOf } from './asker.ts';
import { messageText, type Readable } from './chat/messageText.ts';
import { asksNothing } from './chat/questionText.ts';
import { privateMessage, publicMessage, sourcesMessage } from './message/message.ts';
import { shownAs } from './message/shown.ts';
import { missedIn } from './missing.ts';
import { ASK, ASK_ABOUT, calledPart, isUpkeep, typedOptions, wantsPublic } from './options.ts';
import { fresh, line, type Outgoing, pictureOf } from './outgoing.ts';

const LONGEST_ECHO = 100;

export type CommandContext = {
  readonly desk: Desk;
  readonly interaction: APIApplicationCommandInteraction;
  readonly locale: Locale;
  readonly memory: Memory;
};

/** A command: answered to the person alone, unless they ask for the channel. */
export function answerCommand(context: CommandContext): Outgoing {
  const { desk, interaction, locale, memory } = context;
  const { data } = interaction;
  if (data.type === ApplicationCommandType.Message && data.name === ASK_ABOUT) {
    return answerAbout(context, data.resolved.messages[data.target_id] ?? {});
  }
  const command = desk.catalogue.get(data.name);
  if (data.type !== ApplicationCommandType.ChatInput || !command) {
    return line(phrases[locale].unknownCommand(cut(plainText(data.name), LONGEST_ECHO)));
  }
  const { part, options: given } = calledPart(data.options);
  if (isUpkeep(command, part)) {
    const { reportsByScript, questionsByScript, onlyByFiles } = phrases[locale].dataset;
    if (part === 'questions') return line(questionsByScript);
    return line(part === 'reports' ? reportsByScript : onlyByFiles);
  }
  const options = typedOptions(given, command);
  if (options === null) return line(phrases[locale].outdated);
  const previous = memory.recall(placeOf(interaction));
  return answered(context, { command: command.name, options, locale }, previous, wantsPublic(given));
}

/** The message of somebody else continues nothing that this person asked before. */
function answerAbout(
  context: CommandContext,
  message: Readable & Partial<Pick<APIMessage, 'author'>>,
): Outgoing {
  const { locale } = context;
  const question = messageText(message);
  if (asksNothing(question)) return line(phrases[locale].messageEmpty);
  if (question.length > MOST_CHARACTERS) return line(phrases[locale].messageTooLong);
  const answer = answered(context, { command: ASK, options: { question }, locale }, null, false);
  // What somebody else wrote was not said to the bot.
  return message.author?.id === personOf(context.interaction) ? answer : { ...answer, missed: null };
}

function answered(
  { desk, interaction, memory }: CommandContext,
  request: Request,
  previous: Request | null,
  isPublic: boolean,
): Outgoing {
  const reply = ask(desk, request, previous);
  memory.remember(placeOf(interaction), reply.request);
  const { sourcesOf } = reply;
  const shown = shownAs(desk, request, sourcesOf ?? reply);
  const { outcome } = reply;
  const missed = missedIn(desk, request, reply);
  if (sourcesOf) return { ...fresh(sourcesMessage(shown)), outcome, missed };
  const message =
    isPublic && outcome === 'answer'
      ? publicMessage(shown, personOf(interaction))
      : privateMessage(shown, hasChannel(interaction));
  return { ...fresh(message, pictureOf(shown)), outcome, missed };
}
