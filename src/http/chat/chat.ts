import type { Locale } from '../../model/locale.ts';
import type { Introduction } from './api.ts';
import type { MessageData } from './discord.ts';
import type { Draft } from './draft.ts';
import { type Entry, entriesOf } from './entries.ts';
import { snowflake } from './interaction.ts';
import { words } from './words.ts';

export type Message = {
  readonly id: string;
  readonly time: string;
  readonly author: 'you' | 'bot';
  readonly data: MessageData;
  readonly locale: Locale;
  /** The command as the person gave it, for the line "used /…". */
  readonly used?: string | undefined;
};

export type Suggestion = { readonly label: string; readonly hint?: string; readonly pick: () => void };

/** All that the page shows. Whoever changes a field calls `paint`. */
export type Chat = {
  readonly introduction: Introduction;
  readonly entries: readonly Entry[];
  readonly paint: () => void;
  locale: Locale;
  messages: readonly Message[];
  /** The command being written; null while it is plain text. */
  draft: Draft | null;
  /** What was asked, as it can be typed again, oldest first. */
  asked: readonly string[];
  /** The place in `asked` that the field shows; its length for none. */
  recalled: number;
  /** What is in the field. */
  text: string;
  suggestions: readonly Suggestion[];
  /** The suggestion that Enter takes; -1 for none. */
  marked: number;
  alert: string;
  /** The bot is answering. */
  waiting: boolean;
  /** What is in the field is on its way. */
  busy: boolean;
  /** Counts what was asked of the server: a suggestion that comes late is dropped. */
  turn: number;
};

export function newChat(introduction: Introduction, locale: Locale, paint: (chat: Chat) => void): Chat {
  const chat: Chat = {
    introduction,
    entries: entriesOf(introduction.commands),
    paint: () => paint(chat),
    locale,
    messages: [welcome(introduction, locale)],
    draft: null,
    asked: [],
    recalled: 0,
    text: '',
    suggestions: [],
    marked: -1,
    alert: '',
    waiting: false,
    busy: false,
    turn: 0,
  };
  return chat;
}

export function newMessage(content: Omit<Message, 'id' | 'time'>): Message {
  const time = new Date().toLocaleTimeString(content.locale, { hour: '2-digit', minute: '2-digit' });
  return { id: snowflake(), time, ...content };
}

/** The first message: what this is, and questions to try. */
export function welcome({ examples }: Introduction, locale: Locale): Message {
  const button = (label: string) => ({ type: 2, style: 2, label, custom_id: label }) as const;
  const components = [{ type: 1, components: examples[locale].map(button) }];
  const data = { content: words[locale].welcome, components };
  return { ...newMessage({ author: 'bot', data, locale }), id: 'welcome' };
}
