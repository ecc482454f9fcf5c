import { drawChips } from './chips.ts';
import { type Composer, wordsOf } from './composerState.ts';
import type { Option } from './discord.ts';
import { begin, type Draft, fill, reopen, takeTyped } from './draft.ts';
import { type Entry, nameOf } from './entries.ts';
import { commandItems, suggestedValues } from './suggestions.ts';
import type { Words } from './words.ts';

/** Goes on to another state: the command in hand, and the text in the field. */
export function turnTo(composer: Composer, draft: Draft | null, text = ''): void {
  composer.draft = draft;
  composer.input.value = text;
  composer.alert.textContent = '';
  composer.listbox.close();
  paint(composer);
  void suggest(composer);
}

export function paint(composer: Composer): void {
  const { draft, input, chips } = composer;
  const words = wordsOf(composer);
  const option = draft?.current ? nameOf(draft.current, composer.locale()) : null;
  chips.replaceChildren(...(draft ? chipsOf(composer, draft, words) : []));
  chips.hidden = draft === null;
  input.readOnly = composer.busy || draft?.current === null;
  input.placeholder = option
    ? words.placeholderOption(option)
    : draft
      ? words.placeholderDone
      : words.placeholder;
  input.setAttribute('aria-label', option ? words.placeholderOption(option) : words.composer);
}

function chipsOf(composer: Composer, draft: Draft, words: Words): readonly HTMLElement[] {
  const go = (next: Draft | null) => {
    turnTo(composer, next);
    composer.input.focus();
  };
  return drawChips(draft, composer.locale(), words, {
    drop: () => go(null),
    open: (option: Option) => go(reopen(takeTyped(draft, composer.input.value), option)),
  });
}

/** Shows what could be meant; a mark on the first choice means that Enter takes it. */
export async function suggest(composer: Composer): Promise<void> {
  composer.turn += 1;
  const { draft, turn, input, listbox, count } = composer;
  const words = wordsOf(composer);
  if (draft) await suggestValues(composer, draft, turn);
  else if (input.value.startsWith('/')) {
    const choose = (entry: Entry) => turnTo(composer, begin(entry));
    listbox.show(commandItems(composer.entries, input.value, composer.locale(), choose), words.commands, 0);
  } else listbox.close();
  const { length } = listbox.items();
  count.textContent = length > 0 ? words.count(length) : '';
}

async function suggestValues(composer: Composer, draft: Draft, turn: number): Promise<void> {
  const { input, listbox } = composer;
  const option = draft.current;
  const words = wordsOf(composer);
  // What is marked belongs to an earlier text: Enter must not take it for this one.
  listbox.move('none');
  const values = await suggestedValues(draft, input.value, composer.locale(), words);
  if (turn !== composer.turn || !option) return;
  const items = values.map((value) => ({
    label: value.name,
    pick: () => turnTo(composer, fill(draft, option, value)),
  }));
  const name = nameOf(option, composer.locale());
  listbox.show(items, words.choices(name), input.value.trim() === '' ? -1 : 0);
}
