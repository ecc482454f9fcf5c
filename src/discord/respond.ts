import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessageComponentInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import { ask } from '../ask.ts';
import type { Desk } from '../desk.ts';
import { type Locale, localeOf } from '../locale/locale.ts';
import { phrases } from '../locale/phrases.ts';
import { AUTOCOMPLETE, cut } from '../render/limits.ts';
import { plainText } from '../render/markdown.ts';
import { suggest } from '../suggest.ts';
import { CHOOSE, decode } from './customId.ts';
import { type Memory, NO_MEMORY } from './memory.ts';
import { lineMessage, type Message, privateMessage, publicMessage } from './message.ts';
import { focusedOption, typedOptions, wantsPublic } from './options.ts';
import { describeError } from './safeError.ts';
import { shareId } from './share.ts';

export type RespondContext = {
  /** For whoever Discord names no language of. */
  readonly fallback: Locale;
  /** Where follow-ups find the question before; without one, every question starts afresh. */
  readonly memory?: Memory;
  readonly log: { readonly error: (details: object, message: string) => void };
};

/** Discord's JSON in, Discord's JSON out, on the gateway and over HTTP alike. Never throws. */
export function respond(
  desk: Desk,
  interaction: APIInteraction,
  context: RespondContext,
): APIInteractionResponse {
  const tag = 'locale' in interaction ? interaction.locale : null;
  const locale = localeOf(tag, context.fallback);
  try {
    return answerTo(desk, interaction, locale, context.memory ?? NO_MEMORY);
  } catch (error) {
    const errorId = randomBytes(4).toString('hex');
    context.log.error({ errorId, interaction: interaction.type, err: describeError(error) }, 'cannot answer');
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return suggestions([]);
    return message(lineMessage(phrases[locale].failure(errorId)));
  }
}

function answerTo(
  desk: Desk,
  interaction: APIInteraction,
  locale: Locale,
  memory: Memory,
): APIInteractionResponse {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { type: InteractionResponseType.Pong };
    case InteractionType.ApplicationCommand:
      return message(answerCommand(desk, interaction, locale, memory));
    case InteractionType.ApplicationCommandAutocomplete:
      return answerAutocomplete(desk, interaction, locale);
    case InteractionType.MessageComponent:
      return message(answerPress(desk, interaction, locale, memory));
    default:
      return message(lineMessage(phrases[locale].outdated));
  }
}

function answerCommand(
  desk: Desk,
  interaction: APIApplicationCommandInteraction,
  locale: Locale,
  memory: Memory,
): Message {
  const { data } = interaction;
  const command = desk.catalogue.get(data.name);
  if (data.type !== ApplicationCommandType.ChatInput || !command) {
    return lineMessage(phrases[locale].unknownCommand(cut(plainText(data.name), 100)));
  }
  const options = typedOptions(data.options, command);
  if (options === null) return lineMessage(phrases[locale].outdated);
  const request = { command: command.name, options, locale };
  const place = placeOf(interaction);
  const reply = ask(desk, request, memory.recall(place));
  memory.remember(place, reply.request);
  if (reply.outcome === 'answer' && wantsPublic(data.options)) return publicMessage(reply, locale);
  return privateMessage(reply, locale, hasChannel(interaction) ? shareId(desk, request, reply) : null);
}

function answerPress(
  desk: Desk,
  interaction: APIMessageComponentInteraction,
  locale: Locale,
  memory: Memory,
): Message {
  const press = decode(pressedId(interaction) ?? '', desk.catalogue);
  if (!press) return lineMessage(phrases[locale].outdated);
  const request = { command: press.command, options: press.options, locale };
  const reply = ask(desk, request);
  memory.remember(placeOf(interaction), reply.request);
  if (press.action === 'share' && reply.outcome === 'answer') {
    return publicMessage(reply, locale, (interaction.member?.user ?? interaction.user)?.id);
  }
  return privateMessage(reply, locale, hasChannel(interaction) ? shareId(desk, request, reply) : null);
}

/** One person in one channel. */
function placeOf({
  channel,
  member,
  user,
}: APIApplicationCommandInteraction | APIMessageComponentInteraction): string {
  return `${channel?.id ?? ''} ${(member?.user ?? user)?.id ?? ''}`;
}

/** The encoded Request: of a button its own id, of a select menu the value picked. */
function pressedId({ data }: APIMessageComponentInteraction): string | undefined {
  if (data.component_type === ComponentType.Button) return data.custom_id;
  if (data.component_type !== ComponentType.StringSelect || data.custom_id !== CHOOSE) return undefined;
  return data.values[0];
}

function answerAutocomplete(
  desk: Desk,
  { data }: APIApplicationCommandAutocompleteInteraction,
  locale: Locale,
): APIInteractionResponse {
  const focused = focusedOption(data.options);
  if (!focused || !desk.catalogue.has(data.name)) return suggestions([]);
  return suggestions(suggest(desk, { command: data.name, option: focused.name, text: focused.text, locale }));
}

function suggestions(found: ReturnType<typeof suggest>): APIInteractionResponse {
  const choices = found
    .map(({ name, value }) => ({ name: cut(plainText(name), AUTOCOMPLETE.name), value }))
    .filter(({ name, value }) => name !== '' && value !== '' && value.length <= AUTOCOMPLETE.value)
    .slice(0, AUTOCOMPLETE.choices);
  return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
}

/** In the direct messages with the bot nobody else reads along. */
function hasChannel({ context }: { context?: InteractionContextType }): boolean {
  return context !== InteractionContextType.BotDM;
}

function message(data: Message): APIInteractionResponse {
  return { type: InteractionResponseType.ChannelMessageWithSource, data };
}
