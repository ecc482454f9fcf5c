/** Interactions as Discord sends them. */

let count = 0n;

/** An id made now, as Discord makes them: its upper bits are the time. */
export function snowflake(): string {
  count += 1n;
  return String((BigInt(Date.now() - 1_420_070_400_000) << 22n) + (count & 0x3fffffn));
}

type Locale = string | null;
export const USER = {
  id: '500000000000000001',
  username: 'anna',
  discriminator: '0',
  avatar: null,
  global_name: 'Anna',
};

function base(type: number, data: object, locale: Locale) {
  const id = snowflake();
  return {
    id,
    application_id: '800000000000000001',
    type,
    token: `secret-interaction-token-${id}`,
    version: 1,
    ...(locale === null ? {} : { locale, guild_locale: 'en-US' }),
    guild_id: '700000000000000001',
    channel_id: '700000000000000002',
    channel: { id: '700000000000000002', type: 0, name: 'generale', permissions: '0' },
    context: 0,
    authorizing_integration_owners: { 0: '700000000000000001' },
    app_permissions: '0',
    entitlements: [],
    attachment_size_limit: 10_485_760,
    member: {
      user: USER,
      roles: [],
      permissions: '0',
      joined_at: '2020-01-01T00:00:00Z',
      deaf: false,
      mute: false,
      flags: 0,
    },
    data,
  };
}

/** Booleans become boolean options, everything else strings, as Discord types them. */
export function slash(name: string, options: Record<string, string | boolean>, locale: Locale) {
  const typed = Object.entries(options).map(([option, value]) => ({
    name: option,
    type: typeof value === 'boolean' ? 5 : 3,
    value,
  }));
  return base(2, { id: snowflake(), name, type: 1, options: typed }, locale);
}

export function typing(name: string, option: string, value: string, locale: Locale) {
  return base(
    4,
    { id: snowflake(), name, type: 1, options: [{ name: option, type: 3, value, focused: true }] },
    locale,
  );
}

const MESSAGE = {
  id: '400000000000000001',
  channel_id: '700000000000000002',
  author: { ...USER, id: '900000000000000001', bot: true },
  content: '',
  timestamp: '2021-01-01T00:00:00Z',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  type: 0,
};

/** The message that a press stands under, and who presses where it is not the person who asked. */
export type Pressed = {
  readonly flags?: number | undefined;
  readonly by?: string;
  /** What Discord sends back of it. */
  readonly embeds?: readonly object[] | undefined;
  readonly components?: readonly object[] | undefined;
};

export function press(customId: string, locale: Locale, under: Pressed = {}) {
  return component({ custom_id: customId, component_type: 2 }, locale, under);
}

export function pick(customId: string, value: string, locale: Locale, under: Pressed = {}) {
  return component({ custom_id: customId, component_type: 3, values: [value] }, locale, under);
}

function component(data: object, locale: Locale, { by = USER.id, ...under }: Pressed) {
  const { flags = 0, embeds = [], components = [] } = under;
  const { member, ...rest } = base(3, data, locale);
  return {
    ...rest,
    member: { ...member, user: { ...USER, id: by } },
    message: { ...MESSAGE, flags, embeds, components },
  };
}

export function ofType(type: number, data: object, locale: Locale) {
  return base(type, data, locale);
}

/** Who sends an interaction, with which permissions in the server; in direct messages there are none. */
export type Sender =
  | { readonly id: string; readonly permissions: string }
  | { readonly id: string; readonly dm: true };

type Sendable = ReturnType<typeof base>;

/** The same interaction from somebody else. */
export function sentBy<I extends Sendable>(interaction: I, sender: Sender): Omit<I, 'member' | 'guild_id'> {
  const user = { ...USER, id: sender.id };
  const { member, guild_id, guild_locale: _, ...rest } = interaction as I & { guild_locale?: string };
  if ('dm' in sender) return { ...rest, context: 1, user } as never;
  return { ...rest, guild_id, member: { ...member, user, permissions: sender.permissions } } as never;
}

type PartOption = { readonly name: string; readonly type: number; readonly value: string | boolean };

/** A part of a command, such as `/dataset status`; `resolved` are the attachments that options name. */
export function part(
  command: string,
  name: string,
  options: readonly PartOption[],
  locale: Locale,
  resolved?: object,
) {
  const called = [{ name, type: 1, options }];
  const data = {
    id: snowflake(),
    name: command,
    type: 1,
    options: called,
    ...(resolved ? { resolved } : {}),
  };
  return base(2, data, locale);
}

/** Files given to a part of a command, in `file`, `file2`, …, as Discord sends them. */
export function upload(
  command: string,
  name: string,
  attachments: Attached | readonly Attached[],
  locale: Locale,
) {
  const given = [attachments].flat().map((attachment, at) => ({
    option: at === 0 ? 'file' : `file${at + 1}`,
    file: {
      id: snowflake(),
      filename: '../../etc/passwd',
      content_type: 'application/json',
      ephemeral: true,
      ...attachment,
      proxy_url: attachment.url,
    },
  }));
  const options = given.map(({ option, file }) => ({ name: option, type: 11, value: file.id }));
  const resolved = Object.fromEntries(given.map(({ file }) => [file.id, file]));
  return part(command, name, options, locale, { attachments: resolved });
}

type Attached = { readonly url: string; readonly size: number };

export function typingIn(command: string, name: string, option: string, value: string, locale: Locale) {
  const options = [{ name: option, type: 3, value, focused: true }];
  return base(4, { id: snowflake(), name: command, type: 1, options: [{ name, type: 1, options }] }, locale);
}
