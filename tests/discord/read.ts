import type { APIEmbed } from 'discord-api-types/v10';

type Component = {
  readonly type: number;
  readonly custom_id: string;
  readonly options?: { readonly value: string }[];
};

/** A callback's body as these tests read it. */
export type Message = {
  readonly flags?: number;
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: { readonly components: Component[] }[];
  readonly choices?: { readonly name: string; readonly value: string }[];
};
export type Callback = { readonly type: number; readonly data?: Message };

export function messageOf({ type, data }: Callback): Message {
  if (type !== 4 || !data) throw new Error(`not a message: ${type}`);
  return data;
}

export function choicesOf({ type, data }: Callback): readonly { name: string; value: string }[] {
  if (type !== 8 || !data?.choices) throw new Error(`not a list of suggestions: ${type}`);
  return data.choices;
}

export function buttonsOf(message: Message | undefined): string[] {
  return componentsOf(message)
    .filter(({ type }) => type === 2)
    .map(({ custom_id }) => custom_id);
}

/** The values of every select menu. */
export function selectsOf(message: Message | undefined): string[] {
  return componentsOf(message).flatMap(({ options }) => (options ?? []).map(({ value }) => value));
}

function componentsOf(message: Message | undefined): Component[] {
  return (message?.components ?? []).flatMap(({ components }) => components);
}
