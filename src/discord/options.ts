import {
  type APIApplicationCommandInteractionDataOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { phrases } from '../locale/phrases.ts';
import type { CommandText } from '../question/lexicon/commandText.ts';

/** The command that reads a question in a person's own words. */
export const ASK = 'ask';
export const QUESTION = 'question';
/** The base name of the command in the menu of every message, "Apps": it asks what that message asks. */
export const ASK_ABOUT = phrases.en.askAbout;

/** Options that belong to the answer's surroundings; no command declares them. */
export const DATE = 'date';
export const PRIVATE = 'private';

type Options = readonly APIApplicationCommandInteractionDataOption[] | undefined;

/** The part of a command that was called, null where it has none, and the options that were given to it. */
export function calledPart(options: Options): { readonly part: string | null; readonly options: Options } {
  const [first] = options ?? [];
  if (first?.type !== ApplicationCommandOptionType.Subcommand) return { part: null, options };
  return { part: first.name, options: first.options };
}

/** Whether this part of a command maintains the dataset, which is not for the desk to answer. */
export function isUpkeep(command: CommandText, part: string | null): boolean {
  return part !== null && (command.subcommands?.[part]?.upkeep ?? false);
}

/** The options of a command, ready for a Request; null where the command no longer takes one of them. */
export function typedOptions(options: Options, command: CommandText): Record<string, string> | null {
  const typed = (options ?? []).filter(({ name }) => name !== PRIVATE);
  const pairs = typed.map((option) => ('value' in option ? [option.name, String(option.value)] : null));
  const known = typed.every(({ name }) => name === DATE || Object.hasOwn(command.options, name));
  if (!known || pairs.includes(null)) return null;
  return Object.fromEntries(pairs.filter((pair) => pair !== null));
}

/** An answer is private unless the option says otherwise. */
export function wantsPublic(options: Options): boolean {
  return (options ?? []).some(
    (option) => option.name === PRIVATE && 'value' in option && option.value === false,
  );
}

/** The option that is being typed. */
export function focusedOption(options: Options): { readonly name: string; readonly text: string } | null {
  const focused = (options ?? []).find((option) => 'focused' in option && option.focused);
  return focused && 'value' in focused ? { name: focused.name, text: String(focused.value) } : null;
}
