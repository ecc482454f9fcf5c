import type { Chat } from './chat.ts';
import { begin, previous, reopen } from './draft.ts';
import { typedEntry } from './entries.ts';
import { recall } from './history.ts';
import { submit } from './sending.ts';
import { closeList, suggest, turnTo, turnToTyped } from './suggestions.ts';

export function focusField(): void {
  document.getElementById('input')?.focus();
}

export function onSubmit(chat: Chat, event: Event): void {
  event.preventDefault();
  void submit(chat);
  focusField();
}

export function onInput(chat: Chat, event: InputEvent): void {
  const text = (event.target as HTMLTextAreaElement).value;
  chat.text = text;
  chat.alert = '';
  const typed = chat.draft ? undefined : typedEntry(chat.entries, text, chat.locale);
  if (typed) turnToTyped(chat, begin(typed.entry), typed.rest);
  else if (chat.draft && text.endsWith(':')) turnToTyped(chat, chat.draft, text);
  else if (chat.draft && event.inputType === 'insertFromPaste') turnToTyped(chat, chat.draft, text);
  else void suggest(chat);
}

export function onKey(chat: Chat, event: KeyboardEvent): void {
  if (!event.isComposing && isKeyUsed(chat, event)) event.preventDefault();
}

function isKeyUsed(chat: Chat, { key, shiftKey }: KeyboardEvent): boolean {
  const { length } = chat.suggestions;
  const marked = chat.suggestions[chat.marked];
  switch (key) {
    case 'Enter':
      if (shiftKey) return false;
      if (marked && !chat.busy) marked.pick();
      else void submit(chat);
      return true;
    case 'Tab':
      return !shiftKey && takeFirst(chat);
    case 'ArrowDown':
      return length > 0 ? mark(chat, (chat.marked + 1) % length) : recall(chat, 1);
    case 'ArrowUp':
      return length > 0 ? mark(chat, chat.marked > 0 ? chat.marked - 1 : length - 1) : recall(chat, -1);
    case 'Escape':
      return stepOut(chat);
    case 'Backspace':
      return chat.text === '' && stepBack(chat);
    default:
      return false;
  }
}

/** Tab takes the marked suggestion, else the first for what is written; in an empty field it goes on through the page. */
function takeFirst({ suggestions, marked, text }: Chat): boolean {
  const taken = suggestions[marked] ?? (text === '' ? undefined : suggestions[0]);
  taken?.pick();
  return taken !== undefined;
}

function mark(chat: Chat, index: number): boolean {
  chat.marked = index;
  chat.paint();
  document.getElementById(`suggestion-${index}`)?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Escape closes the list first, then the command. */
function stepOut(chat: Chat): boolean {
  const isOpen = chat.suggestions.length > 0;
  if (isOpen) closeList(chat);
  else if (chat.draft) turnTo(chat, null);
  return isOpen;
}

function stepBack(chat: Chat): boolean {
  const { draft } = chat;
  if (!draft) return false;
  const option = previous(draft);
  turnTo(chat, option ? reopen(draft, option) : null);
  return true;
}
