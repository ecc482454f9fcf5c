import { html, render, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Locale } from '../../model/locale.ts';
import { introduction } from './api.ts';
import { type Chat, type Message, newChat, welcome } from './chat.ts';
import { drawComposer } from './composer.ts';
import type { Press } from './discord.ts';
import { focusField } from './keyboard.ts';
import { firstLocale, rememberLocale } from './language.ts';
import { drawMessage } from './message/message.ts';
import { followTheme } from './message/skyra.ts';
import { dismiss, press, submit } from './sending.ts';
import { words as allWords } from './words.ts';

const LANGUAGES = { it: 'Italiano', en: 'English' } as const satisfies Record<Locale, string>;

async function start(): Promise<void> {
  const intro = await introduction();
  if (typeof intro === 'string') {
    const alert = allWords[firstLocale('it')][intro];
    return void render(html`<p id="alert" role="alert">${alert}</p>`, document.body);
  }
  newChat(intro, firstLocale(intro.locale), paint).paint();
  followTheme();
  document.addEventListener('keydown', toField);
  focusField();
}

/** Escape leads back to the field from wherever the focus is: after sharing an answer, the next question. */
function toField({ key, defaultPrevented }: KeyboardEvent): void {
  if (key === 'Escape' && !defaultPrevented) focusField();
}

function paint(chat: Chat): void {
  const { introduction, locale } = chat;
  document.documentElement.lang = locale;
  document.title = introduction.title[locale];
  render(drawPage(chat), document.body);
}

function drawPage(chat: Chat): TemplateResult {
  const { introduction, locale, messages } = chat;
  const words = allWords[locale];
  const draw = (message: Message) => guard([message], () => drawOne(chat, message));
  // Safari's keyboard scrolls only what can have the focus: hence the log's tabindex.
  return html`
    <header>
      <h1>${introduction.title[locale]}</h1>
      <fieldset id="languages" aria-label=${words.language}>${drawLanguages(chat)}</fieldset>
    </header>
    <main>
      <div id="log" role="log" aria-live="polite" aria-label=${words.messages} tabindex="0">
        <discord-messages id="messages">${repeat(messages, (message) => message, draw)}</discord-messages>
      </div>
      ${drawComposer(chat)}
    </main>`;
}

function drawOne(chat: Chat, message: Message): TemplateResult {
  const isWelcome = message === chat.messages[0];
  return drawMessage(message, {
    press: (pressed: Press) => (isWelcome ? ask(chat, pressed.custom_id) : press(chat, message, pressed)),
    dismiss: () => dismiss(chat, message),
  });
}

/** A click asks at once; where the bot cannot answer, the question is left in the field. */
function ask(chat: Chat, question: string): void {
  if (chat.busy) return;
  chat.draft = null;
  chat.text = question;
  void submit(chat);
}

function drawLanguages(chat: Chat): readonly TemplateResult[] {
  const speak = (locale: Locale) => {
    rememberLocale(locale);
    chat.locale = locale;
    chat.messages = [welcome(chat.introduction, locale), ...chat.messages.slice(1)];
    chat.paint();
  };
  return (['it', 'en'] as const).map((locale) => {
    const short = locale.toUpperCase();
    return html`<button
      type="button"
      lang=${locale}
      aria-pressed=${locale === chat.locale}
      aria-label="${short} – ${LANGUAGES[locale]}"
      @click=${() => speak(locale)}
    >${short}</button>`;
  });
}

void start();
