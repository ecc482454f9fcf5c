import type { Locale } from '../../model/locale.ts';
import { type MessageData, OptionType, type OptionValue, type Press } from './discord.ts';
import type { Draft } from './draft.ts';
import { discordTag } from './entries.ts';
import { PERSON } from './person.ts';
import { words } from './words.ts';

const APPLICATION = '100000000000000001';
const GUILD = '100000000000000002';
/** One page is one conversation: a follow-up never follows another tab's question. */
const CHANNEL = String(100_000_000_000_000_000n + BigInt(Math.floor(Math.random() * 1e15)));
const COMMAND = '100000000000000004';
const InteractionType = { command: 2, component: 3, autocomplete: 4 } as const;
const IN_GUILD = 0;
const DISCORD_EPOCH = 1_420_070_400_000;

export function commandInteraction(draft: Draft, locale: Locale) {
  return { ...envelope(InteractionType.command, locale), data: commandData(draft) };
}

/** The same command while it is being written, with the option in hand marked. */
export function autocompleteInteraction(draft: Draft, text: string, locale: Locale) {
  const { current } = draft;
  const focused = current ? [{ name: current.name, type: current.type, value: text, focused: true }] : [];
  return { ...envelope(InteractionType.autocomplete, locale), data: commandData(draft, focused) };
}

type Sent = { readonly id: string; readonly data: MessageData };

export function componentInteraction(press: Press, message: Sent, locale: Locale) {
  return { ...envelope(InteractionType.component, locale), data: press, message: sentBack(message) };
}

type GivenOption = { name: string; type: number; value: OptionValue; focused?: boolean };

function commandData({ entry, values }: Draft, focused: readonly GivenOption[] = []) {
  const given = entry.options.flatMap(({ name, type }): GivenOption[] => {
    const value = values.get(name);
    return value ? [{ name, type, value: value.value }] : [];
  });
  const options = [...given, ...focused];
  const { command, subcommand } = entry;
  const nested = subcommand ? [{ name: subcommand.name, type: OptionType.subcommand, options }] : options;
  return { id: COMMAND, name: command.name, type: 1, options: nested };
}

/** What the bot reads of all that Discord sends around an interaction in a server's channel. */
function envelope(type: number, locale: Locale) {
  const id = snowflake();
  return {
    id,
    application_id: APPLICATION,
    type,
    token: `local-${id}`,
    version: 1,
    guild_id: GUILD,
    channel: { id: CHANNEL, type: 0 },
    // Somebody with no rights at all.
    member: { user: { id: PERSON.id, username: words[locale].person }, roles: [], permissions: '0' },
    locale: discordTag(locale),
    context: IN_GUILD,
  };
}

/** The message as Discord returns it with a press: pictures by name, never their bytes. */
function sentBack({ id, data }: Sent) {
  const attachments = (data.attachments ?? []).map(({ url: _, ...attachment }) => attachment);
  const author = { id: APPLICATION, username: 'bot', bot: true };
  return { embeds: [], components: [], ...data, attachments, id, channel_id: CHANNEL, author };
}

export function snowflake(): string {
  const ticket = Math.floor(Math.random() * 2 ** 22);
  return ((BigInt(Date.now() - DISCORD_EPOCH) << 22n) | BigInt(ticket)).toString();
}
