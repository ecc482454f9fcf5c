import type {
  APIAttachment,
  APIButtonComponentWithCustomId,
  APIButtonComponentWithURL,
  APIEmbed,
  APIStringSelectComponent,
} from 'discord-api-types/v10';

/** The parts of Discord's JSON that the page reads and writes; an option with all that any type of it can have. */
export type OptionValue = string | boolean;

type Localizations = Readonly<Record<string, string | null | undefined>> | null | undefined;

type Named = {
  readonly name: string;
  readonly name_localizations?: Localizations;
};

type OptionChoice = Named & { readonly value: string };

export const OptionType = { subcommand: 1, boolean: 5 } as const;

export type Option = Named & {
  readonly type: number;
  readonly description: string;
  readonly description_localizations?: Localizations;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly options?: readonly Option[] | undefined;
};

/** 1 is a slash command; the others live in Discord's context menus, which the page does not have. */
export type Command = Omit<Option, 'type'> & { readonly type?: number | undefined };

type Component = APIButtonComponentWithCustomId | APIButtonComponentWithURL | APIStringSelectComponent;

export type Row = {
  readonly type: number;
  readonly components: readonly Component[];
};

/** The data of a press, as the bot receives them. */
export type Press = {
  readonly component_type: 2 | 3;
  readonly custom_id: string;
  readonly values?: readonly string[];
};

/** The URL of an attachment is always a data URI here. */
export type Attachment = Pick<APIAttachment, 'filename'> & Partial<APIAttachment>;

export const EPHEMERAL = 1 << 6;

export type MessageData = {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly Row[];
  readonly attachments?: readonly Attachment[];
  readonly flags?: number;
};

export const ResponseType = { message: 4, update: 7, choices: 8 } as const;

export type Response =
  | { readonly type: 4 | 7; readonly data: MessageData }
  | { readonly type: 8; readonly data: { readonly choices: readonly OptionChoice[] } }
  | { readonly type: 1 | 5 | 6; readonly data?: unknown };
