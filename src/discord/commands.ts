import { type APIApplicationCommandInteraction, ApplicationCommandType } from 'discord-api-types/v10';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { phrases } from '../locale/phrases.ts';
import type { Memory } from '../memory/memory.ts';
import type { Locale } from '../model/locale.ts';
import { cut } from '../render/limits.ts';
import { plainText } from '../render/markdown.ts';
import { type About, questionAbout } from './askAbout.ts';
import { hasChannel, personOf, placeOf } from './asker.ts';
import { lineMessage, privateMessage, publicMessage } from './message/message.ts';
import { carriedBy } from './message/shown.ts';
import { ASK, calledPart, isUpkeep, typedOptions, wantsPublic } from './options.ts';
import { fresh, type Outgoing, pictureOf } from './outgoing.ts';

const LONGEST_ECHO = 100;

/** A command: answered to the person alone, unless they ask for the channel. */
export function answerCommand(
  desk: Desk,
  interaction: APIApplicationCommandInteraction,
  locale: Locale,
  memory: Memory,
): Outgoing {
  const { data } = interaction;
  const about = questionAbout(interaction);
  if (about) return answerAbout(desk, interaction, about, locale, memory);
  const command = desk.catalogue.get(data.name);
  if (data.type !== ApplicationCommandType.ChatInput || !command) {
    return fresh(lineMessage(phrases[locale].unknownCommand(cut(plainText(data.name), LONGEST_ECHO))));
  }
  const { part, options: given } = calledPart(data.options);
  if (isUpkeep(command, part)) return fresh(lineMessage(phrases[locale].dataset.onlyByFiles));
  const options = typedOptions(given, command);
  if (options === null) return fresh(lineMessage(phrases[locale].outdated));
  const request = { command: command.name, options, locale };
  const place = placeOf(interaction);
  const reply = ask(desk, request, memory.recall(place));
  memory.remember(place, reply.request);
  const carried = carriedBy(desk, request, reply);
  const picture = pictureOf(desk, reply);
  if (reply.outcome === 'answer' && wantsPublic(given)) {
    const id = personOf(interaction);
    const shown = publicMessage(desk, reply, locale, carried, id ? { id, shared: false } : null);
    return { ...fresh(shown, picture), outcome: reply.outcome };
  }
  const shown = privateMessage(desk, reply, locale, carried, hasChannel(interaction));
  return { ...fresh(shown, picture), outcome: reply.outcome };
}

/** What somebody else wrote follows nothing that this person asked before. */
function answerAbout(
  desk: Desk,
  interaction: APIApplicationCommandInteraction,
  about: About,
  locale: Locale,
  memory: Memory,
): Outgoing {
  if (about.problem) return fresh(lineMessage(phrases[locale][about.problem]));
  const request = { command: ASK, options: { question: about.question }, locale };
  const reply = ask(desk, request);
  memory.remember(placeOf(interaction), reply.request);
  const carried = carriedBy(desk, request, reply);
  const shown = privateMessage(desk, reply, locale, carried, hasChannel(interaction));
  return { ...fresh(shown, pictureOf(desk, reply)), outcome: reply.outcome };
}
