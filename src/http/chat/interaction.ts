import type { Locale } from '../../model/locale.ts';
import { type MessageData, OptionType, type OptionValue, type Press } from './discord.ts';
import type { Draft } from './draft.ts';
import { discordTag } from './entries.ts';
import { PERSON } from './person.ts';

const APPLICATION = '100000000000000001';
const GUILD = '100000000000000002';
/** One page is one conversation: a follow-up never follows another tab's question. */
const CHANNEL = String(100_000_000_000_000_000n + BigInt(Math.floor(Math.random() * 1e15)));
const COMMAND = '100000000000000004';
const InteractionType = { command: 2, component: 3, autocomplete: 4 } as const;
const IN_GUILD = 0;
const TEXT_CHANNEL = 0;
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

/** What Discord sends around every interaction in a server's channel. */
function envelope(type: number, locale: Locale) {
  const id = snowflake();
  return {
    id,
    application_id: APPLICATION,
    type,
    token: `local-${id}`,
    version: 1,
    guild_id: GUILD,
    guild: { id: GUILD, locale: discordTag(locale), features: [] },
    guild_locale: discordTag(locale),
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: TEXT_CHANNEL },
    member: member(),
    locale: discordTag(locale),
    context: IN_GUILD,
    authorizing_integration_owners: { '0': GUILD },
    app_permissions: '0',
    attachment_size_limit: 10 * 1024 * 1024,
    entitlements: [],
  };
}

/** Somebody with no rights at all. */
function member() {
  const { id, name } = PERSON;
  const user = { id, username: name, global_name: name, discriminator: '0', avatar: null };
  const joined_at = '2024-01-01T00:00:00.000000+00:00';
  return { user, nick: null, roles: [], joined_at, permissions: '0', deaf: false, mute: false, flags: 0 };
}

/** The message as Discord returns it with a press: pictures by name, never their bytes. */
function sentBack({ id, data }: Sent) {
  const attachments = (data.attachments ?? []).map(({ url: _, ...attachment }) => attachment);
  const bot = { id: APPLICATION, username: 'bot', discriminator: '0', avatar: null, bot: true };
  return {
    content: '',
    embeds: [],
    components: [],
    ...data,
    attachments,
    id,
    channel_id: CHANNEL,
    author: bot,
    type: 20,
    timestamp: new Date().toISOString(),
  };
}

export function snowflake(): string {
  const ticket = Math.floor(Math.random() * 2 ** 22);
  return ((BigInt(Date.now() - DISCORD_EPOCH) << 22n) | BigInt(ticket)).toString();
}
