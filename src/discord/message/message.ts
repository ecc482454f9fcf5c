import { type APIInteractionResponseCallbackData, MessageFlags } from 'discord-api-types/v10';
import type { Card } from '../../cards/card.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Reply } from '../../desk/reply.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Locale } from '../../model/locale.ts';
import { toEmbed } from '../../render/embed.ts';
import { cut, MESSAGE } from '../../render/limits.ts';
import { inWords } from '../ids/customId.ts';
import { QUESTION } from '../options.ts';
import { type Audience, afresh, answerRows, sourceRows } from './buttons.ts';
import { choiceRow } from './choiceRow.ts';
import { pagesOf } from './pages.ts';
import { questionLine } from './reread.ts';
import { buttonRow, pressable, type Row, withoutTwins } from './rows.ts';
import type { Carried } from './shown.ts';

export type Message = APIInteractionResponseCallbackData;

/** Only the person who asked sees it; where there is a channel, a button shows it there. */
export function privateMessage(
  desk: Desk,
  reply: Reply,
  locale: Locale,
  carried: Carried,
  hasChannel: boolean,
): Message {
  const shown = answerMessage(desk, reply, locale, carried, hasChannel ? 'share' : null);
  return { flags: MessageFlags.Ephemeral, ...shown };
}

/** The whole channel sees it; `by` asked or shared it, is named without a ping and can remove it. */
export function publicMessage(
  desk: Desk,
  reply: Reply,
  locale: Locale,
  carried: Carried,
  by: { readonly id: string; readonly shared: boolean } | null,
): Message {
  const credit = by?.shared ? { content: phrases[locale].sharedBy(`<@${by.id}>`) } : {};
  return { ...credit, ...answerMessage(desk, reply, locale, carried, by && { removedBy: by.id }) };
}

function answerMessage(
  desk: Desk,
  reply: Reply,
  locale: Locale,
  carried: Carried,
  audience: Audience,
): Message {
  const { card, pages } = pageOf(reply.card, carried.page);
  const words = phrases[locale];
  const rows = withoutTwins([
    ...choiceRow(desk, reply.choices, words.choosePlaceholder, carried),
    ...(reply.outcome === 'answer'
      ? answerRows(desk, reply, locale, carried, audience, pages)
      : buttonRow(afresh(desk, reply, locale, carried))),
    ...(reply.outcome === 'answer' && reply.choices.length === 0
      ? choiceRow(
          desk,
          carried.others,
          words.otherMeasure,
          carried,
          (name) => `${words.otherMeasure}: ${name}`,
        )
      : []),
  ]);
  const embed = toEmbed(keeping(card, carried, rows, locale));
  return { embeds: [embed], allowed_mentions: { parse: [] }, ...components(rows) };
}

/** With the question, where something under the card can only be found again by it. */
function keeping(card: Card, { question }: Carried, rows: readonly Row[], locale: Locale): Card {
  const asked = question?.options[QUESTION];
  if (asked === undefined || !pressable(rows).some(inWords)) return card;
  const lines = [questionLine(asked, locale), card.footer].filter((line) => line !== '');
  return { ...card, footer: lines.join('\n') };
}

/** In place of an answer that was removed. */
export function removedMessage(locale: Locale): Message {
  return { content: phrases[locale].removed, embeds: [], components: [], allowed_mentions: { parse: [] } };
}

/** Where the figures of an answer stand: nothing to press but the pages. */
export function sourcesMessage(desk: Desk, whole: Card, carried: Carried): Message {
  const { card, pages } = pageOf(whole, carried.page);
  return {
    flags: MessageFlags.Ephemeral,
    embeds: [toEmbed(card)],
    allowed_mentions: { parse: [] },
    ...components(sourceRows(desk, carried, pages)),
  };
}

/** The part wanted; the last one where the dataset has changed and there are fewer now. */
function pageOf(whole: Card, wanted: number) {
  const pages = pagesOf(whole);
  const card = pages[Math.min(wanted, pages.length) - 1] ?? whole;
  return { card, pages: pages.length };
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
