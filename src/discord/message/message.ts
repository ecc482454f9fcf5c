import { type APIInteractionResponseCallbackData, MessageFlags } from 'discord-api-types/v10';
import type { Card } from '../../cards/card.ts';
import { linksOf, sourcesCard } from '../../cards/words/sources.ts';
import { otherMeasures } from '../../desk/nextSteps.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Locale } from '../../model/locale.ts';
import { toEmbed, toEmbeds } from '../../render/embed.ts';
import { cut, MESSAGE } from '../../render/limits.ts';
import { inWords } from '../ids/customId.ts';
import { QUESTION } from '../options.ts';
import { type Audience, afresh, answerRows, sourceRows } from './buttons.ts';
import { choiceRow } from './choiceRow.ts';
import { pagesOf } from './pages.ts';
import { questionLine } from './pressed.ts';
import { buttonRow, linkRow, pressable, type Row, withoutTwins } from './rows.ts';
import { hasPicture, type Shown } from './shown.ts';

export type Message = APIInteractionResponseCallbackData;

/** Only the person who asked sees it; where there is a channel, a button shows it there. */
export function privateMessage(shown: Shown, hasChannel: boolean): Message {
  return answerMessage(shown, hasChannel ? 'share' : null, PRIVATE);
}

/** The whole channel sees it; the person who asked can remove it. */
export function publicMessage(shown: Shown, person: string | null): Message {
  return answerMessage(shown, person === null ? null : { removedBy: person }, {});
}

/** A public one that names who shared it, without a ping. */
export function sharedMessage(shown: Shown, person: string | null): Message {
  const credit = person === null ? {} : { content: phrases[shown.locale].sharedBy(`<@${person}>`) };
  return { ...credit, ...publicMessage(shown, person) };
}

const PRIVATE = { flags: MessageFlags.Ephemeral } as const;

type Flags = typeof PRIVATE | Record<string, never>;

const made = new WeakMap<Card, Map<string, Message>>();

/**
 * The message of an answer; made once for a card, which is itself kept, and whoever asks for it, unless something in it is
 * of the question or of the person.
 */
function answerMessage(shown: Shown, audience: Audience, flags: Flags): Message {
  const { reply, page, question, requests } = shown;
  const isOfPerson = audience !== null && audience !== 'share';
  if (isOfPerson || reply.continues || reply.choices.length > 0)
    return newMessage(shown, audience, flags).message;
  const known = made.get(reply.card) ?? new Map<string, Message>();
  made.set(reply.card, known);
  const key = JSON.stringify([audience, flags, page, requests, question === null]);
  const before = known.get(key);
  if (before) return before;
  const { message, ofQuestion } = newMessage(shown, audience, flags);
  if (!ofQuestion) known.set(key, message);
  return message;
}

function newMessage(shown: Shown, audience: Audience, flags: Flags) {
  const { reply, locale, question } = shown;
  const { card, pages } = pageOf(reply.card, shown.page, Boolean(reply.chart));
  const isAnswer = reply.outcome === 'answer';
  const rows = withoutTwins([
    ...choiceRow(shown, reply.choices, phrases[locale].choosePlaceholder),
    ...(isAnswer ? answerRows(shown, audience, pages) : buttonRow(afresh(shown))),
    ...(isAnswer && reply.choices.length === 0 ? measureRow(shown) : []),
  ]);
  const ofQuestion = question !== null && pressable(rows).some(inWords);
  const embeds = toEmbeds(ofQuestion ? keeping(card, shown) : card, hasPicture(shown));
  const message: Message = { ...flags, embeds, allowed_mentions: { parse: [] }, ...components(rows) };
  return { message, ofQuestion };
}

/** The same answer by another measure. */
function measureRow(shown: Shown): readonly Row[] {
  const { desk, reply, locale, requests } = shown;
  const [only, ...more] = requests;
  if (!only || more.length > 0) return [];
  const { otherMeasure } = phrases[locale];
  const others = otherMeasures(desk, { ...reply, request: { ...only, locale } });
  return choiceRow(shown, others, otherMeasure, (name) => `${otherMeasure}: ${name}`);
}

/** The card with its question in the footer, where a button needs the question to find its request again. */
function keeping(card: Card, { question, locale }: Shown): Card {
  const asked = question?.options[QUESTION];
  if (asked === undefined) return card;
  const lines = [questionLine(asked, locale), card.footer].filter((line) => line !== '');
  return { ...card, footer: lines.join('\n') };
}

/** In place of an answer that was removed. */
export function removedMessage(locale: Locale): Message {
  return { content: phrases[locale].removed, embeds: [], components: [], allowed_mentions: { parse: [] } };
}

/** The sources of the figures of an answer, with a link to each document that has an address. */
export function sourcesMessage(shown: Shown): Message {
  const { card, pages } = pageOf(sourcesCard(shown.reply, shown.locale), shown.page, false);
  return {
    flags: MessageFlags.Ephemeral,
    embeds: [toEmbed(card)],
    allowed_mentions: { parse: [] },
    ...components([...sourceRows(shown, pages), ...linkRow(linksOf(shown.reply.facts, shown.locale))]),
  };
}

/** The page asked for; the last one where the dataset has changed and the card now has fewer pages. */
function pageOf(whole: Card, wanted: number, hasPicture: boolean) {
  const pages = pagesOf(whole, hasPicture);
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
