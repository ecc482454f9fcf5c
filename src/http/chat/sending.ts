import { type Failure, interact } from './api.ts';
import { type Chat, type Message, newMessage } from './chat.ts';
import { type Press, type Response, ResponseType } from './discord.ts';
import { begin, type Draft, fill, firstMissing, reopen, takeTyped, writtenCommand } from './draft.ts';
import { entryName, nameOf, typedEntry } from './entries.ts';
import { remember } from './history.ts';
import { commandInteraction, componentInteraction } from './interaction.ts';
import { closeList, turnTo } from './suggestions.ts';
import { readNamed, valueFor } from './typed.ts';
import { showStart } from './view.ts';
import { words as allWords } from './words.ts';

const LONGEST = 6000;

/** Sends what is written, or says in the alert why it cannot be sent. */
export async function submit(chat: Chat): Promise<void> {
  if (chat.busy) return;
  const text = chat.text.trim();
  if (chat.draft) await submitTyped(chat, chat.draft, text);
  else if (text !== '') await submitText(chat, text);
}

/** Takes what is in the field into the command, or says what is wrong with it and leaves it there. */
async function submitTyped(chat: Chat, draft: Draft, written: string): Promise<void> {
  const { locale } = chat;
  const words = allWords[locale];
  const named = readNamed(draft, written);
  if (named && 'unknown' in named) {
    const options = draft.entry.options.map((option) => nameOf(option, locale)).join(', ');
    return warn(chat, words.unknownOption(named.unknown, entryName(draft.entry, locale), options));
  }
  const wrong = named && 'notYesOrNo' in named ? named.notYesOrNo : undefined;
  const [next, text] = named && 'draft' in named ? [named.draft, named.text] : [draft, written];
  const { current } = next;
  const value = current ? valueFor(current, text) : undefined;
  if (wrong || (current && text !== '' && !value)) {
    return warn(chat, words.yesOrNo(nameOf(wrong ?? current ?? { name: '' }, locale)));
  }
  await submitCommand(chat, current && value ? fill(next, current, value) : next);
}

async function submitCommand(chat: Chat, draft: Draft): Promise<void> {
  const missing = firstMissing(draft);
  if (!missing) return post(chat, draft);
  turnTo(chat, reopen(draft, missing));
  warn(chat, allWords[chat.locale].missing(nameOf(missing, chat.locale)));
}

async function submitText(chat: Chat, text: string): Promise<void> {
  const words = allWords[chat.locale];
  const typed = typedEntry(chat.entries, `${text} `, chat.locale);
  const asks = chat.entries.find(({ command }) => command.name === 'ask');
  const rest = typed?.rest.trim() ?? '';
  if (typed && rest !== '') await submitTyped(chat, begin(typed.entry), rest);
  else if (typed) turnTo(chat, begin(typed.entry));
  else if (text.startsWith('/')) warn(chat, words.unknownCommand(text));
  else if (text.length > LONGEST) warn(chat, words.tooLong(text.length));
  else if (asks) await post(chat, takeTyped(begin(asks), text), text);
  else warn(chat, `${words.failed} ${words.kept}`);
}

/** Empties the field only once the bot has answered: what was written is never lost. */
async function post(chat: Chat, draft: Draft, question?: string): Promise<void> {
  const { locale } = chat;
  chat.busy = true;
  closeList(chat);
  const response = await answerTo(chat, commandInteraction(draft, locale));
  chat.busy = false;
  const words = allWords[chat.locale];
  if (typeof response === 'string') return warn(chat, `${words[response]} ${words.kept}`);
  if (question !== undefined) add(chat, newMessage({ author: 'you', data: asTyped(question), locale }));
  if (response.type === ResponseType.message) {
    // The question stands above already.
    const used = question === undefined ? writtenCommand(draft, locale) : entryName(draft.entry, locale);
    add(chat, newMessage({ author: 'bot', data: response.data, locale, used }));
  }
  remember(chat, question ?? writtenCommand(draft, locale));
  turnTo(chat, null);
}

/** A press either changes its message or brings a new one. */
export async function press(chat: Chat, message: Message, pressed: Press): Promise<void> {
  const { locale } = message;
  const response = await answerTo(chat, componentInteraction(pressed, message, locale));
  if (typeof response === 'string') return warn(chat, allWords[locale][response]);
  if (response.type === ResponseType.message) {
    add(chat, newMessage({ author: 'bot', data: response.data, locale }));
  } else if (response.type === ResponseType.update) {
    change(chat, message, { ...message, data: { ...message.data, ...response.data } });
  }
}

export function dismiss(chat: Chat, message: Message): void {
  chat.messages = chat.messages.filter((each) => each !== message);
  chat.paint();
}

async function answerTo(chat: Chat, interaction: object): Promise<Response | Failure> {
  chat.alert = '';
  chat.waiting = true;
  chat.paint();
  const response = await interact(interaction);
  chat.waiting = false;
  chat.paint();
  return response;
}

/** The person's own words are shown as typed: nothing in them is markdown. */
function asTyped(text: string) {
  return { content: text.replace(/[^\p{L}\p{N}\s]/gu, '\\$&') };
}

function add(chat: Chat, message: Message): void {
  chat.messages = [...chat.messages, message];
  chat.paint();
  showStart(message.id);
}

/** The focus does not get lost with the button that had it. */
function change(chat: Chat, message: Message, changed: Message): void {
  const hadFocus = document.getElementById(message.id)?.contains(document.activeElement);
  chat.messages = chat.messages.map((each) => (each === message ? changed : each));
  chat.paint();
  const place = document.getElementById(message.id);
  if (!hadFocus || !place) return;
  // Only while it has the focus: Tab leaves out all that a message with a negative tabindex holds.
  place.tabIndex = -1;
  place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  place.focus();
}

function warn(chat: Chat, text: string): void {
  chat.alert = text;
  chat.paint();
}
