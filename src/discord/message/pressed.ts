import type { APIEmbed, APIMessage } from 'discord-api-types/v10';
import { ask } from '../../desk/ask.ts';
import type { Desk } from '../../desk/desk.ts';
import { phrases } from '../../locale/phrases.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import type { Request } from '../../model/request.ts';
import { toEmbeds } from '../../render/embed.ts';
import { decode, inWords } from '../ids/customId.ts';
import type { Press, Stored } from '../ids/press.ts';
import { checkOf } from '../ids/storedText.ts';
import { ASK, QUESTION } from '../options.ts';
import { idsOn } from './rows.ts';
import { storedOf } from './shown.ts';

/** The parts of a message of the bot that Discord sends back with a press. */
type Standing = Partial<Pick<APIMessage, 'components' | 'embeds'>>;

/** The press that an id under a message stands for; null where the message or the dataset no longer tells. */
export function pressOn(desk: Desk, id: string, message: Standing): Press | null {
  const words = inWords(id);
  return words ? reread(desk, words, message.embeds?.[0] ?? {}) : decode(id, desk, idsOn(message));
}

/**
 * The request that a message answers, from the message alone: it may be of another process, or the answer to a command.
 * Null in doubt: the question then starts afresh.
 */
export function requestOf(desk: Desk, message: APIMessage, locale: Locale): Request | null {
  return ofButtons(desk, message, locale) ?? ofTitle(desk, message.embeds[0]);
}

const OWN: readonly string[] = ['share', 'source', 'export', 'report'];

/** Buttons that act on the answer or turn its pages carry the answer's own requests. */
function ofButtons(desk: Desk, message: APIMessage, locale: Locale): Request | null {
  const presses = idsOn(message).map((id) => pressOn(desk, id, message));
  const own = presses.find((press) => press && (OWN.includes(press.action) || isTurn(press)));
  const [stored, ...beside] = own?.requests ?? [];
  if (!stored) return null;
  // In an older message the request may still be the question in the person's own words.
  return stored.command === ASK
    ? ask(desk, { ...stored, locale }).request
    : { ...stored, locale, ...(beside.length > 0 ? { beside } : {}) };
}

function isTurn({ action, page }: Press): boolean {
  return action === 'ask' && page !== null;
}

/**
 * Without such a button, as where the source does not have the figure: the title is the question as it was understood,
 * and believed where it gives the same card but for the line on what an answer continues from.
 */
function ofTitle(desk: Desk, { title, description, fields = [] }: APIEmbed = {}): Request | null {
  if (!title) return null;
  const question = title.replace(/\\/g, '');
  const headline = description?.replace(/^-# .*\n/, '');
  const replies = LOCALES.map((locale) => ask(desk, { command: ASK, options: { question }, locale }));
  const same = replies.find(({ request, card, chart }) => {
    const [embed] = toEmbeds(card, Boolean(chart));
    const isSame = embed?.title === title && embed.description === headline;
    return request && isSame && embed.fields?.length === fields.length;
  });
  return same?.request ?? null;
}

/** The line of a message that keeps its question, for buttons that have no room for what it is read as. */
export function questionLine(question: string, locale: Locale): string {
  return phrases[locale].asked(question.replace(/\s+/g, ' ').trim());
}

/**
 * The question that the message keeps or, in a message of an earlier release, the title of its card is read again, and
 * believed where the very same requests come of it. The press keeps the question for the message that answers it.
 */
function reread(
  desk: Desk,
  { action, page, check }: NonNullable<ReturnType<typeof inWords>>,
  embed: APIEmbed,
): Press | null {
  for (const question of questionsIn(embed))
    for (const locale of LOCALES) {
      const asked = { command: ASK, options: { [QUESTION]: question }, locale };
      const requests = readingsOf(desk, asked).find((each) => each.length > 0 && checkOf(each) === check);
      if (requests) return { action, page, requests, question: asked };
    }
  return null;
}

function questionsIn(embed: APIEmbed): readonly string[] {
  const title = (embed.title ?? '').replace(/\\/g, '');
  return [keptQuestion(embed) ?? '', title].filter((text) => text !== '');
}

/** The question that a message keeps; null where its buttons did not need it. */
export function keptQuestion({ footer }: APIEmbed): string | null {
  const [line = ''] = (footer?.text ?? '').split('\n');
  const before = LOCALES.map((locale) => phrases[locale].asked('')).find((each) => line.startsWith(each));
  return before === undefined ? null : line.slice(before.length) || null;
}

/** All that a question can become: its answer, that answer as of its date, or one of its choices. */
function readingsOf(desk: Desk, asked: Request): readonly (readonly Stored[])[] {
  const reply = ask(desk, asked);
  return [reply.requests, storedOf(desk, reply), ...reply.choices.map(({ request }) => [request])];
}
