import type { Locale } from '../../model/locale.ts';
import { type Failure, interact } from './api.ts';
import { writtenCommand } from './chips.ts';
import { type MessageData, type Press, type Response, ResponseType } from './discord.ts';
import { byId } from './dom.ts';
import type { Draft } from './draft.ts';
import { entryName } from './entries.ts';
import { commandInteraction, componentInteraction } from './interaction.ts';
import { drawMessage } from './message.ts';
import { words } from './words.ts';

/** Sends a command and shows the answer, under the question where there was one. */
export async function sendCommand(draft: Draft, locale: Locale, question?: string): Promise<Failure | null> {
  const result = await waitFor(commandInteraction(draft, locale));
  if (!result.ok) return result.failure;
  if (question !== undefined) show(userMessage(question, locale));
  if (result.value.type === ResponseType.message) {
    // The question stands above already.
    const used = question === undefined ? writtenCommand(draft, locale) : entryName(draft.entry, locale);
    show(botMessage(result.value.data, locale, used));
  }
  return null;
}

export function show(message: HTMLElement): void {
  byId('messages').append(message);
  byId('log').scrollTop = 0;
}

function userMessage(text: string, locale: Locale): HTMLElement {
  // The person's own words are shown as typed: what looks like markdown there is not meant so.
  const content = text.replace(/[^\p{L}\p{N}\s]/gu, '\\$&');
  return drawMessage({ author: 'you', data: { content }, locale, press: () => undefined });
}

function botMessage(data: MessageData, locale: Locale, used?: string): HTMLElement {
  const drawn = drawMessage({
    author: 'bot',
    data,
    locale,
    used,
    press: (press) => void pressed(press, data, locale, (response) => follow(drawn, data, locale, response)),
  });
  return drawn;
}

async function pressed(press: Press, data: MessageData, locale: Locale, then: (response: Response) => void) {
  const result = await waitFor(componentInteraction(press, data, locale));
  byId('alert').textContent = result.ok ? '' : words[locale][result.failure];
  if (result.ok) then(result.value);
}

/** A press either changes its message or brings a new one. */
function follow(message: HTMLElement, data: MessageData, locale: Locale, response: Response): void {
  if (response.type === ResponseType.message) show(botMessage(response.data, locale));
  if (response.type !== ResponseType.update) return;
  const hadFocus = message.contains(document.activeElement);
  const changed = botMessage({ ...data, ...response.data }, locale);
  const header = message.querySelector('[slot=reply]');
  if (header) changed.prepend(header);
  message.replaceWith(changed);
  if (hadFocus) changed.focus();
}

async function waitFor(interaction: object): ReturnType<typeof interact> {
  const waiting = byId('waiting');
  waiting.hidden = false;
  const result = await interact(interaction);
  waiting.hidden = true;
  return result;
}
