import type { Locale } from '../../model/locale.ts';
import { type Introduction, introduction } from './api.ts';
import { paint } from './composer.ts';
import { type Composer, createComposer } from './composerState.ts';
import { sendCommand, show } from './conversation.ts';
import { byId, element } from './dom.ts';
import { begin, takeTyped } from './draft.ts';
import { entriesOf } from './entries.ts';
import { listen } from './keyboard.ts';
import { firstLocale, rememberLocale } from './language.ts';
import { submit } from './sending.ts';
import { setTheme } from './skyra.ts';
import { drawWelcome } from './welcome.ts';
import { words } from './words.ts';

const LANGUAGES = { it: 'Italiano', en: 'English' } as const satisfies Record<Locale, string>;

async function start(): Promise<void> {
  const answer = await introduction();
  if (answer.ok) open(answer.value);
  else byId('alert').textContent = words[firstLocale('it')][answer.failure];
}

function open(intro: Introduction): void {
  let locale = firstLocale(intro.locale);
  const composer = startComposer(intro, () => locale);
  const speak = (chosen: Locale) => {
    locale = chosen;
    byId('languages').replaceChildren(...languageButtons(locale, (next) => speak(rememberLocale(next))));
    say(intro, locale);
    greet(intro, composer);
    paint(composer);
  };
  speak(locale);
  followTheme();
  composer.input.focus();
}

function startComposer(intro: Introduction, locale: () => Locale): Composer {
  const entries = entriesOf(intro.commands);
  const asks = entries.find(({ command }) => command.name === 'ask');
  const composer = createComposer(
    entries,
    {
      command: (draft) => sendCommand(draft, locale()),
      question: async (text) => (asks ? sendCommand(takeTyped(begin(asks), text), locale(), text) : 'failed'),
    },
    locale,
  );
  listen(composer);
  return composer;
}

/** A click asks at once; where the bot cannot answer, the question is left in the field. */
function greet(intro: Introduction, composer: Composer): void {
  const ask = (question: string) => {
    if (composer.busy) return;
    composer.draft = null;
    composer.input.value = question;
    void submit(composer);
  };
  const welcome = drawWelcome(intro, composer.locale(), ask);
  const before = document.getElementById('welcome');
  if (before) before.replaceWith(welcome);
  else show(welcome);
}

function languageButtons(current: Locale, speak: (locale: Locale) => void): HTMLElement[] {
  return (['it', 'en'] as const).map((locale) =>
    element(
      'button',
      {
        type: 'button',
        lang: locale,
        'aria-pressed': String(locale === current),
        'aria-label': `${locale.toUpperCase()} – ${LANGUAGES[locale]}`,
        onclick: () => {
          speak(locale);
          document.querySelector<HTMLElement>(`#languages [lang=${locale}]`)?.focus();
        },
      },
      locale.toUpperCase(),
    ),
  );
}

function say(intro: Introduction, locale: Locale): void {
  const spoken = words[locale];
  document.documentElement.lang = locale;
  document.title = intro.title[locale];
  byId('title').textContent = intro.title[locale];
  byId('waiting').textContent = spoken.waiting;
  byId('hint').textContent = spoken.hint;
  byId('languages').setAttribute('aria-label', spoken.language);
  // Safari's keyboard scrolls only what can have the focus.
  byId('log').tabIndex = 0;
  byId('log').setAttribute('aria-label', spoken.messages);
  byId('chips').setAttribute('aria-label', spoken.options);
  byId('send').setAttribute('aria-label', spoken.send);
}

function followTheme(): void {
  const query = matchMedia('(prefers-color-scheme: light)');
  query.addEventListener('change', () => setTheme(document.body, query.matches));
  setTheme(document.body, query.matches);
}

void start();
