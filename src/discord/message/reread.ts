import type { APIEmbed, APIMessage } from 'discord-api-types/v10';
import { ask } from '../../desk/ask.ts';
import type { Desk } from '../../desk/desk.ts';
import { phrases } from '../../locale/phrases.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import type { inWords } from '../ids/customId.ts';
import type { Press, Stored } from '../ids/press.ts';
import { checkOf } from '../ids/storedText.ts';
import { ASK } from '../options.ts';
import { carriedBy } from './shown.ts';

/** The line of a message that keeps its question, for buttons that have no room for what it is read as. */
export function questionLine(question: string, locale: Locale): string {
  return phrases[locale].asked(question.replace(/\s+/g, ' ').trim());
}

/**
 * A press whose requests stand in no id, from the words of its message: the question in it, or the title of its card,
 * is read again and believed where the very same requests come of it. Null where they do not.
 */
export function reread(
  desk: Desk,
  { action, page, check }: NonNullable<ReturnType<typeof inWords>>,
  { embeds }: APIMessage,
): Press | null {
  const readings = textsOf(embeds?.[0]).flatMap((text) =>
    LOCALES.flatMap((locale) => readingsOf(desk, text, locale)),
  );
  const requests = readings.find((each) => each.length > 0 && checkOf(each) === check);
  return requests ? { action, page, requests } : null;
}

function textsOf({ title = '', footer }: APIEmbed = {}): readonly string[] {
  const [line = ''] = (footer?.text ?? '').split('\n');
  const asked = LOCALES.map((locale) => phrases[locale].asked('')).find((before) => line.startsWith(before));
  return [...(asked ? [line.slice(asked.length)] : []), title.replace(/\\/g, '')].filter(
    (text) => text !== '',
  );
}

/** All that a question can become: its answer, also as of its date, or one of its ways. */
function readingsOf(desk: Desk, question: string, locale: Locale): readonly (readonly Stored[])[] {
  const asked = { command: ASK, options: { question }, locale };
  const reply = ask(desk, asked);
  const ways = reply.choices.map(({ request }) => [request]);
  return [reply.requests, carriedBy(desk, asked, reply).requests, ...ways];
}
