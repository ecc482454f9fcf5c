import type { Chat } from './chat.ts';
import { turnTo } from './suggestions.ts';

/** As many as a meeting asks, and no more than a page should keep. */
const KEPT = 100;

export function remember(chat: Chat, text: string): void {
  chat.asked = [...chat.asked.filter((each) => each !== text), text].slice(-KEPT);
  chat.recalled = chat.asked.length;
}

/** -1 brings what was asked before, 1 what came after; false where the key means something else. */
export function recall(chat: Chat, step: -1 | 1): boolean {
  const { asked, recalled, draft, text, busy } = chat;
  const isUntouched = !draft && (text === '' || text === asked[recalled]);
  const next = recalled + step;
  if (busy || !isUntouched || next < 0 || next > asked.length) return false;
  // A command comes back as text, which Enter sends and a letter changes; its list would take the arrows.
  turnTo(chat, null, asked[next] ?? '', 'closed');
  chat.recalled = next;
  return true;
}
