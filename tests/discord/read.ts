import type { APIEmbed } from 'discord-api-types/v10';

type Component = {
  readonly type: number;
  readonly custom_id: string;
  /** Of a link, which has no id. */
  readonly url?: string;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly options?: { readonly value: string }[];
};

/** A callback's body as these tests read it. */
export type Message = {
  readonly flags?: number;
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: { readonly components: Component[] }[];
  readonly attachments?: { readonly id: string; readonly filename: string }[];
  readonly allowed_mentions?: object;
  readonly choices?: { readonly name: string; readonly value: string }[];
};
export type Callback = { readonly type: number; readonly data?: Message };

/** A message of its own. */
export function messageOf({ type, data }: Callback): Message {
  if (type !== 4 || !data) throw new Error(`not a message: ${type}`);
  return data;
}

/** What a message becomes. */
export function updateOf({ type, data }: Callback): Message {
  if (type !== 7 || !data) throw new Error(`not a message that changes: ${type}`);
  return data;
}

export function choicesOf({ type, data }: Callback): readonly { name: string; value: string }[] {
  if (type !== 8 || !data?.choices) throw new Error(`not a list of suggestions: ${type}`);
  return data.choices;
}

export function buttonsOf(message: Message | undefined): string[] {
  return componentsOf(message)
    .filter(({ type, disabled, url }) => type === 2 && !disabled && url === undefined)
    .map(({ custom_id }) => custom_id);
}

/** What a button does, by its letter: a ask, s share, o source, x export, d report, r remove. */
export function actionOf(id: string): string {
  return id.charAt(1);
}

/** The one button of an action. */
export function buttonOf(message: Message | undefined, action: string): string {
  const [id, ...others] = buttonsOf(message).filter((each) => actionOf(each) === action && !isPage(each));
  if (id === undefined || others.length > 0) throw new Error(`not one button ${action}: ${id} ${others}`);
  return id;
}

export function isPage(id: string): boolean {
  return /^2[a-z]\d+[:.?]/.test(id);
}

/** The button that turns to the next page; undefined on the last one. */
export function nextPageOf(message: Message | undefined): string | undefined {
  return componentsOf(message).find(({ label, disabled }) => label?.endsWith('▶') && !disabled)?.custom_id;
}

/** The values of every select menu. */
export function selectsOf(message: Message | undefined): string[] {
  return componentsOf(message).flatMap(({ options }) => (options ?? []).map(({ value }) => value));
}

/** All that a person reads. */
export function textOf({ content = '', embeds = [] }: Message): string {
  const said = embeds.flatMap(({ title, description, fields = [], footer }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  return [content, ...said].join('\n');
}

function componentsOf(message: Message | undefined): Component[] {
  return (message?.components ?? []).flatMap(({ components }) => components);
}
