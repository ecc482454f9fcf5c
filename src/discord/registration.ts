import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Catalogue } from '../catalogue.ts';
import type { CommandText, Named, OptionKind, OptionSpec } from '../command.ts';
import type { Localised } from '../locale/locale.ts';
import { phrases } from '../locale/phrases.ts';
import { OPTION_TEXT } from '../render/limits.ts';
import { DATE, PRIVATE } from './options.ts';

export type CommandPayload = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Kinds that nothing can be suggested for. */
const FREE_TEXT: readonly OptionKind[] = ['question'];

/** What Discord must know of every command: one bulk overwrite. */
export function registration(catalogue: Catalogue): CommandPayload[] {
  return [...catalogue.values()].map(toPayload);
}

function toPayload(command: CommandText): CommandPayload {
  return {
    type: ApplicationCommandType.ChatInput,
    ...localised(command.text, command.name),
    options: optionsOf(command),
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
  };
}

function optionsOf(command: CommandText): APIApplicationCommandOption[] {
  const own = Object.entries(command.options).map(([name, spec]) => toOption(name, spec));
  const common = [dateOption(), privateOption()].filter(({ name }) => !Object.hasOwn(command.options, name));
  const isRequired = (option: APIApplicationCommandBasicOption) => option.required === true;
  return [...own.filter(isRequired), ...own.filter((option) => !isRequired(option)), ...common];
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
    name_localizations: { it: it.name, 'en-GB': en.name, 'en-US': en.name },
    description: en.description,
    description_localizations: {
      it: it.description,
      'en-GB': en.description,
      'en-US': en.description,
    },
  };
}
