import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIInteractionResponseCallbackData,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Locale } from '../locale/locale.ts';
import { phrases } from '../locale/phrases.ts';
import { toEmbed } from '../render/embed.ts';
import { BUTTON, cut, MESSAGE, SELECT } from '../render/limits.ts';
import { plainText } from '../render/markdown.ts';
import type { Choice, Reply } from '../reply.ts';
import { CHOOSE, encode } from './customId.ts';

export type Message = APIInteractionResponseCallbackData;
type Row = APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>;

/** Only the person who asked sees it; `shareId` is of the button that shows it to the channel. */
export function privateMessage(reply: Reply, locale: Locale, shareId: string | null): Message {
  const choose = chooseRow(reply.choices, locale);
  const share = shareId === null ? [] : shareRow(shareId, locale);
  const components = [...choose, ...share];
  return {
    flags: MessageFlags.Ephemeral,
    embeds: [toEmbed(reply.card)],
    ...(components.length === 0 ? {} : { components }),
    allowed_mentions: { parse: [] },
  };
}

/** The whole channel sees it; `sharedBy` is the id of whoever pressed "share", named without a ping. */
export function publicMessage(reply: Reply, locale: Locale, sharedBy?: string): Message {
  const credit = sharedBy === undefined ? {} : { content: phrases[locale].sharedBy(`<@${sharedBy}>`) };
  return { ...credit, embeds: [toEmbed(reply.card)], allowed_mentions: { parse: [] } };
}

/** A line outside any answer: what went wrong, and what to do. */
export function lineMessage(text: string): Message {
  return {
    flags: MessageFlags.Ephemeral,
    content: cut(text, MESSAGE.content),
    allowed_mentions: { parse: [] },
  };
}

function shareRow(custom_id: string, locale: Locale): Row[] {
  const label = cut(phrases[locale].share, BUTTON.label);
  const button = { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id } as const;
  return [{ type: ComponentType.ActionRow, components: [button] }];
}

function chooseRow(choices: readonly Choice[], locale: Locale): Row[] {
  const options = choices.map(toOption).filter((option) => option !== null);
  const unique = [...new Map(options.map((option) => [option.value, option])).values()];
  if (unique.length === 0) return [];
  const select = {
    type: ComponentType.StringSelect,
    custom_id: CHOOSE,
    placeholder: cut(phrases[locale].choosePlaceholder, SELECT.placeholder),
    options: unique.slice(0, SELECT.options),
  } as const;
  return [{ type: ComponentType.ActionRow, components: [select] }];
}

/** Null for a choice whose Request does not fit: the card names it all the same. */
function toOption(choice: Choice): APISelectMenuOption | null {
  const value = encode('ask', choice.request);
  const label = cut(plainText(choice.name), SELECT.label);
  const description = cut(plainText(choice.hint), SELECT.description);
  if (value === null || label === '') return null;
  return { label, value, ...(description === '' ? {} : { description }) };
}
