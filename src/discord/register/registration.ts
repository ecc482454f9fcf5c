import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Catalogue } from '../../desk/catalogue.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Localised } from '../../model/locale.ts';
import type {
  CommandText,
  Named,
  OptionKind,
  OptionSpec,
  SubcommandSpec,
  UpkeepOption,
} from '../../question/lexicon/commandText.ts';
import { OPTION_TEXT } from '../../render/limits.ts';
import { ASK_ABOUT, DATE, PRIVATE } from '../options.ts';

export type SlashPayload = RESTPostAPIChatInputApplicationCommandsJSONBody;
export type CommandPayload = SlashPayload | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Kinds that nothing can be suggested for. */
const FREE_TEXT: readonly OptionKind[] = ['question'];

/** What Discord must know of every command: one bulk overwrite. */
export function registration(catalogue: Catalogue): CommandPayload[] {
  return [...slashCommands(catalogue), askAbout()];
}

export function slashCommands(catalogue: Catalogue): SlashPayload[] {
  return [...catalogue.values()].map(toPayload);
}

function toPayload(command: CommandText): SlashPayload {
  return {
    type: ApplicationCommandType.ChatInput,
    ...localised(command.text, command.name),
    options: optionsOf(command),
    ...everywhere(),
  };
}

function askAbout(): CommandPayload {
  return {
    type: ApplicationCommandType.Message,
    name: ASK_ABOUT,
    name_localizations: namesOf({ it: phrases.it.askAbout, en: phrases.en.askAbout }),
    ...everywhere(),
  };
}

/** In servers, in direct messages, and for whoever installed the bot for themselves. */
function everywhere() {
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  return { integration_types: [GuildInstall, UserInstall], contexts: [Guild, BotDM, PrivateChannel] };
}

function optionsOf(command: CommandText): APIApplicationCommandOption[] {
  if (!command.subcommands) return basicOptions(command);
  return Object.entries(command.subcommands).map(([name, spec]) => ({
    type: ApplicationCommandOptionType.Subcommand,
    ...localised(spec.text, name),
    options: spec.upkeep ? upkeepOptions(spec) : basicOptions(command),
  }));
}

function upkeepOptions({ options }: SubcommandSpec): APIApplicationCommandBasicOption[] {
  return Object.entries(options).map(([name, spec]) => ({
    ...entryOf(spec),
    ...localised(spec.text, name),
    ...(spec.required ? { required: true } : {}),
  }));
}

function entryOf({ kind }: UpkeepOption) {
  return kind === 'file'
    ? ({ type: ApplicationCommandOptionType.Attachment } as const)
    : ({ type: ApplicationCommandOptionType.String, autocomplete: true } as const);
}

/** Required ones first, as Discord wants them; then what is asked for most, the date, and the rest. */
function basicOptions(command: CommandText): APIApplicationCommandBasicOption[] {
  const own = Object.entries(command.options);
  const of = (isOf: (spec: OptionSpec) => boolean) =>
    own.filter(([, spec]) => isOf(spec)).map(([name, spec]) => toOption(name, spec));
  const common = (option: APIApplicationCommandBasicOption) =>
    Object.hasOwn(command.options, option.name) ? [] : [option];
  return [
    ...of(({ required }) => required === true),
    ...of(({ required, seldom }) => !required && !seldom),
    ...common(dateOption()),
    ...of(({ required, seldom }) => !required && seldom === true),
    ...common(privateOption()),
  ];
}

function toOption(name: string, spec: OptionSpec): APIApplicationCommandBasicOption {
  const entry = FREE_TEXT.includes(spec.kind)
    ? { min_length: 1, max_length: OPTION_TEXT }
    : ({ autocomplete: true } as const);
  return {
    type: ApplicationCommandOptionType.String,
    ...localised(spec.text, name),
    ...(spec.required ? { required: true } : {}),
    ...entry,
  };
}

function dateOption(): APIApplicationCommandBasicOption {
  const text = { it: phrases.it.dateOption, en: phrases.en.dateOption };
  return { type: ApplicationCommandOptionType.String, ...localised(text, DATE), autocomplete: true };
}

function privateOption(): APIApplicationCommandBasicOption {
  const text = { it: phrases.it.privateOption, en: phrases.en.privateOption };
  return { type: ApplicationCommandOptionType.Boolean, ...localised(text, PRIVATE) };
}

/** Discord falls back from no English to the other: both are named. */
function localised({ it, en }: Localised<Named>, name: string) {
  return {
    name,
    name_localizations: namesOf({ it: it.name, en: en.name }),
    description: en.description,
    description_localizations: namesOf({ it: it.description, en: en.description }),
  };
}

function namesOf({ it, en }: Localised<string>) {
  return { it, 'en-GB': en, 'en-US': en };
}
