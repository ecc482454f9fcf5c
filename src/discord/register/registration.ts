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
import { LONGEST_OPTION, LONGEST_QUESTION } from '../../desk/options/length.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Localised } from '../../model/locale.ts';
import type { CommandText, Named, OptionSpec, SubcommandSpec } from '../../question/lexicon/commandText.ts';
import { ASK_ABOUT, DATE, PRIVATE } from '../options.ts';

export type SlashPayload = RESTPostAPIChatInputApplicationCommandsJSONBody;
export type CommandPayload = SlashPayload | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** How a value comes into an option; for a question nothing can be suggested. Longer texts are not read: Discord says so at once. */
const SUGGESTED = {
  type: ApplicationCommandOptionType.String,
  autocomplete: true,
  max_length: LONGEST_OPTION,
} as const;
const FREE_TEXT = {
  type: ApplicationCommandOptionType.String,
  min_length: 1,
  max_length: LONGEST_QUESTION,
} as const;
const FILE = { type: ApplicationCommandOptionType.Attachment } as const;
const SWITCH = { type: ApplicationCommandOptionType.Boolean } as const;

type Described = { readonly text: Localised<Named>; readonly required?: boolean };

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
  return Object.entries(options).map(([name, spec]) =>
    toOption(name, spec, spec.kind === 'file' ? FILE : SUGGESTED),
  );
}

/** Required ones first, as Discord wants them; then what is asked for most, the date, and the rest. */
function basicOptions(command: CommandText): APIApplicationCommandBasicOption[] {
  const own = Object.entries(command.options);
  const of = (isOf: (spec: OptionSpec) => boolean) =>
    own
      .filter(([, spec]) => isOf(spec))
      .map(([name, spec]) => toOption(name, spec, spec.kind === 'question' ? FREE_TEXT : SUGGESTED));
  const common = (name: string, text: Localised<Named>, entry: typeof SUGGESTED | typeof SWITCH) =>
    Object.hasOwn(command.options, name) ? [] : [toOption(name, { text }, entry)];
  const { it, en } = phrases;
  return [
    ...of(({ required }) => required === true),
    ...of(({ required, seldom }) => !required && !seldom),
    ...common(DATE, { it: it.dateOption, en: en.dateOption }, SUGGESTED),
    ...of(({ required, seldom }) => !required && seldom === true),
    ...common(PRIVATE, { it: it.privateOption, en: en.privateOption }, SWITCH),
  ];
}

function toOption<E extends object>(name: string, { text, required }: Described, entry: E) {
  return { ...entry, ...localised(text, name), ...(required ? { required: true } : {}) };
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
