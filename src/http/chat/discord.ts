/** The parts of Discord's JSON that the page reads and writes, by Discord's names. */
export type Localisations = Readonly<Record<string, string>> | null;

export type OptionValue = string | number | boolean;

export type OptionChoice = {
  readonly name: string;
  readonly name_localizations?: Localisations;
  readonly value: string | number;
};

export const OptionType = { subcommand: 1, group: 2, integer: 4, boolean: 5, number: 10 } as const;

export type Option = {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Localisations;
  readonly description: string;
  readonly description_localizations?: Localisations;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly OptionChoice[];
  readonly options?: readonly Option[];
};

/** 1 is a slash command; the others live in Discord's context menus, which the page does not have. */
export type Command = Omit<Option, 'type'> & { readonly type?: number };

export type EmbedField = { readonly name: string; readonly value: string; readonly inline?: boolean };

export type Embed = {
  readonly title?: string;
  readonly description?: string;
  readonly color?: number;
  readonly author?: { readonly name: string };
  readonly fields?: readonly EmbedField[];
  readonly image?: { readonly url: string };
  readonly footer?: { readonly text: string };
};

export type Button = {
  readonly type: 2;
  readonly style: number;
  readonly label?: string;
  readonly emoji?: { readonly name?: string | null };
  readonly custom_id?: string;
  readonly url?: string;
  readonly disabled?: boolean;
};

export type SelectOption = {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
};

export type Select = {
  readonly type: 3;
  readonly custom_id: string;
  readonly placeholder?: string;
  readonly options: readonly SelectOption[];
  readonly disabled?: boolean;
};

export type Row = { readonly type: number; readonly components: readonly (Button | Select)[] };

/** What a press says to the bot. */
export type Press = {
  readonly component_type: 2 | 3;
  readonly custom_id: string;
  readonly values?: readonly string[];
};

export type Attachment = {
  readonly id?: string | number;
  readonly filename: string;
  readonly description?: string;
  /** Here always a data URI. */
  readonly url?: string;
};

export const EPHEMERAL = 1 << 6;

export type MessageData = {
  readonly content?: string;
  readonly embeds?: readonly Embed[];
  readonly components?: readonly Row[];
  readonly attachments?: readonly Attachment[];
  readonly flags?: number;
};

export const ResponseType = { message: 4, update: 7, choices: 8 } as const;

export type Response =
  | { readonly type: 4 | 7; readonly data: MessageData }
  | { readonly type: 8; readonly data: { readonly choices: readonly OptionChoice[] } }
  | { readonly type: 1 | 5 | 6; readonly data?: unknown };
