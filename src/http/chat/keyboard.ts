import type { Chat } from './chat.ts';
import { begin, previous, reopen } from './draft.ts';
import { typedEntry } from './entries.ts';
import { submit } from './sending.ts';
import { closeList, suggest, turnTo } from './suggestions.ts';

export function focusField(): void {
  document.getElementById('input')?.focus();
}

export function onSubmit(chat: Chat, event: Event): void {
  event.preventDefault();
  void submit(chat);
  focusField();
}

export function onInput(chat: Chat, { target }: Event): void {
  const text = (target as HTMLTextAreaElement).value;
  chat.text = text;
  chat.alert = '';
  const typed = chat.draft ? undefined : typedEntry(chat.entries, text, chat.locale);
  if (typed) turnTo(chat, begin(typed.entry), typed.rest);
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
      if (shiftKey || !marked) return false;
      marked.pick();
      return true;
    case 'ArrowDown':
      return mark(chat, (chat.marked + 1) % length);
    case 'ArrowUp':
      return mark(chat, chat.marked > 0 ? chat.marked - 1 : length - 1);
    case 'Escape':
      return stepOut(chat);
    case 'Backspace':
      return chat.text === '' && stepBack(chat);
    default:
      return false;
  }
}

function mark(chat: Chat, index: number): boolean {
  if (chat.suggestions.length === 0) return false;
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
