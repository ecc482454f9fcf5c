import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIInteractionResponseCallbackData,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Card } from '../card.ts';
import type { Locale } from '../locale/locale.ts';
import { phrases } from '../locale/phrases.ts';
import { toEmbed } from '../render/embed.ts';
import { cut, MESSAGE, SELECT } from '../render/limits.ts';
import { plainText } from '../render/markdown.ts';
import type { Choice, Reply } from '../reply.ts';
import { answerRow, pageRow } from './buttons.ts';
import { CHOOSE, encode, removalId } from './customId.ts';
import { pagesOf } from './pages.ts';
import type { Carried } from './stored.ts';

export type Message = APIInteractionResponseCallbackData;
type Row = APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>;

/** Only the person who asked sees it; `share` is the id of the button that shows it to the channel. */
export function privateMessage(
  reply: Reply,
  locale: Locale,
  carried: Carried | null,
  share: string | null,
): Message {
  const first = { label: phrases[locale].share, id: share };
  const rows = [
    ...chooseRow(reply.choices, phrases[locale].choosePlaceholder),
    ...answerRows(reply, locale, carried, first),
  ];
  return { flags: MessageFlags.Ephemeral, ...body(reply, carried), ...components(rows) };
}

/** The whole channel sees it; `by` asked or shared it, is named without a ping and can remove it. */
export function publicMessage(
  reply: Reply,
  locale: Locale,
  carried: Carried | null,
  by: { readonly id: string; readonly shared: boolean } | null,
): Message {
  const credit = by?.shared ? { content: phrases[locale].sharedBy(`<@${by.id}>`) } : {};
  const first = { label: phrases[locale].removeButton, id: by && removalId(by.id) };
  const rows = [
    ...chooseRow(reply.choices, phrases[locale].choosePlaceholder),
    ...answerRows(reply, locale, carried, first),
  ];
  return { ...credit, ...body(reply, carried), ...components(rows) };
}

/** In place of an answer that was removed. */
export function removedMessage(locale: Locale): Message {
  return { content: phrases[locale].removed, embeds: [], components: [], allowed_mentions: { parse: [] } };
}

/** Where the figures of an answer stand: nothing to press but the pages. */
export function sourcesMessage(card: Card, { stored, page: wanted }: Carried): Message {
  const { card: part, page, pages } = pageOf(card, wanted);
  return {
    flags: MessageFlags.Ephemeral,
    embeds: [toEmbed(part)],
    allowed_mentions: { parse: [] },
    ...components(pageRow('source', page, pages, stored)),
  };
}

function body({ card }: Reply, carried: Carried | null): Message {
  return { embeds: [toEmbed(pageOf(card, carried?.page ?? 1).card)], allowed_mentions: { parse: [] } };
}

function answerRows(
  reply: Reply,
  locale: Locale,
  carried: Carried | null,
  first: { readonly label: string; readonly id: string | null },
): readonly Row[] {
  if (reply.outcome !== 'answer' || !carried) return [];
  const { page, pages } = pageOf(reply.card, carried.page);
  const others = reply.choices.length === 0 ? carried.others : [];
  return [
    ...answerRow(reply, locale, first, carried.stored),
    ...pageRow('ask', page, pages, carried.stored),
    ...chooseRow(others, phrases[locale].otherMeasure),
  ];
}

/** The part wanted; the last one where the dataset has changed and there are fewer now. */
function pageOf(card: Card, wanted: number) {
  const pages = pagesOf(card);
  const page = Math.min(wanted, pages.length);
  return { card: pages[page - 1] ?? card, page, pages: pages.length };
}

function components(rows: readonly Row[]): Pick<Message, 'components'> {
  return rows.length === 0 ? {} : { components: [...rows] };
}

/** A line outside any answer: what went wrong, and what to do. */
export function lineMessage(text: string): Message {
  return {
    flags: MessageFlags.Ephemeral,
    content: cut(text, MESSAGE.content),
    allowed_mentions: { parse: [] },
  };
}

function chooseRow(choices: readonly Choice[], placeholder: string): Row[] {
  const options = choices.map(toOption).filter((option) => option !== null);
  const unique = [...new Map(options.map((option) => [option.value, option])).values()];
  if (unique.length === 0) return [];
  const select = {
    type: ComponentType.StringSelect,
    custom_id: CHOOSE,
    placeholder: cut(placeholder, SELECT.placeholder),
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
