import { interact } from './api.ts';
import type { Chat, Suggestion } from './chat.ts';
import { OptionType } from './discord.ts';
import { begin, type Draft, fill, type Value } from './draft.ts';
import { entryHint, entryName, matchingEntries, nameOf } from './entries.ts';
import { autocompleteInteraction } from './interaction.ts';
import { readNamed } from './typed.ts';
import { words } from './words.ts';

/** Goes on to another state: the command being written, and the text in the field. */
export function turnTo(chat: Chat, draft: Draft | null, text = '', list: 'open' | 'closed' = 'open'): void {
  chat.draft = draft;
  chat.text = text;
  chat.alert = '';
  chat.recalled = chat.asked.length;
  closeList(chat);
  if (list === 'open') void suggest(chat);
}

/** The same for what was typed into a command, where an option may be named. */
export function turnToTyped(chat: Chat, draft: Draft, text: string): void {
  const named = readNamed(draft, text);
  if (named && 'draft' in named) turnTo(chat, named.draft, named.text);
  else turnTo(chat, draft, text);
}

export function closeList(chat: Chat): void {
  // Suggestions that are still on their way are dropped.
  chat.turn += 1;
  show(chat, [], -1);
}

/** Shows the suggestions; a mark on the first one means that Enter takes it. */
export async function suggest(chat: Chat): Promise<void> {
  const { draft, text } = chat;
  if (!draft) {
    chat.turn += 1;
    const commands = text.startsWith('/') ? commandsFor(chat) : [];
    return show(chat, commands, 0);
  }
  // The marked suggestion belongs to an earlier text: Enter must not take it for this one.
  show(chat, chat.suggestions, -1);
  chat.turn += 1;
  const { turn } = chat;
  const option = draft.current;
  const values = await valuesFor(chat, draft);
  if (turn !== chat.turn || !option) return;
  const pick = (value: Value) => () => turnTo(chat, fill(draft, option, value));
  const suggestions = values.map((value) => ({ label: value.name, pick: pick(value) }));
  // What was typed as `name: value` goes out as it is, or is refused: Tab still takes the first.
  const isAsTyped = draft.isNamed || readNamed(draft, text);
  show(chat, suggestions, text.trim() === '' || isAsTyped ? -1 : 0);
}

function show(chat: Chat, suggestions: readonly Suggestion[], marked: number): void {
  chat.suggestions = suggestions;
  chat.marked = suggestions.length > 0 ? marked : -1;
  chat.paint();
}

/** The commands that `/text` could become. */
function commandsFor(chat: Chat): readonly Suggestion[] {
  const { entries, text, locale } = chat;
  return matchingEntries(entries, text, locale).map((entry) => ({
    label: entryName(entry, locale),
    hint: entryHint(entry, locale),
    pick: () => turnTo(chat, begin(entry)),
  }));
}

/** The values that the current option could take: the bot's own suggestions, or yes and no. */
async function valuesFor({ text, locale }: Chat, draft: Draft): Promise<readonly Value[]> {
  const option = draft.current;
  if (!option) return [];
  if (option.autocomplete) {
    const response = await interact(autocompleteInteraction(draft, text, locale));
    // As on Discord: without suggestions the text itself can still be sent.
    if (typeof response === 'string' || response.type !== 8) return [];
    return response.data.choices.map((choice) => ({ value: choice.value, name: nameOf(choice, locale) }));
  }
  const { yes, no } = words[locale];
  if (option.type !== OptionType.boolean) return [];
  const answers = [
    { value: true, name: yes },
    { value: false, name: no },
  ];
  return answers.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase().trim()));
}
