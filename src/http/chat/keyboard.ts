import { suggest, turnTo } from './composer.ts';
import type { Composer } from './composerState.ts';
import { begin, previous, reopen } from './draft.ts';
import { typedEntry } from './entries.ts';
import { enter, submit } from './sending.ts';

/** Joins the field to the keyboard and the form to its button. */
export function listen(composer: Composer): void {
  const { form, input, listbox, locale } = composer;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(composer);
    input.focus();
  });
  input.addEventListener('keydown', (event) => {
    if (!event.isComposing && onKey(composer, event)) event.preventDefault();
  });
  input.addEventListener('input', () => {
    composer.alert.textContent = '';
    const typed = composer.draft ? undefined : typedEntry(composer.entries, input.value, locale());
    if (typed) turnTo(composer, begin(typed.entry), typed.rest);
    else void suggest(composer);
  });
  input.addEventListener('focus', () => void suggest(composer));
  input.addEventListener('blur', () => listbox.close());
}

/** True where the key was used up. */
function onKey(composer: Composer, event: KeyboardEvent): boolean {
  const { listbox, input } = composer;
  const isOpen = listbox.items().length > 0;
  switch (event.key) {
    case 'Enter':
      if (event.shiftKey) return false;
      void enter(composer);
      return true;
    case 'Tab':
      if (event.shiftKey || !listbox.active()) return false;
      listbox.active()?.pick();
      return true;
    case 'ArrowDown':
    case 'ArrowUp':
      if (!isOpen) return false;
      listbox.move(event.key === 'ArrowDown' ? 'next' : 'previous');
      return true;
    case 'Escape':
      return stepOut(composer, isOpen);
    case 'Backspace':
      return input.value === '' && stepBack(composer);
    default:
      return false;
  }
}

/** First the list, then the command. */
function stepOut(composer: Composer, isOpen: boolean): boolean {
  // Suggestions still on their way stay away.
  composer.turn += 1;
  if (isOpen) composer.listbox.close();
  else if (composer.draft) turnTo(composer, null);
  return isOpen;
}

function stepBack(composer: Composer): boolean {
  const { draft } = composer;
  if (!draft) return false;
  const option = previous(draft);
  turnTo(composer, option ? reopen(draft, option) : null);
  return true;
}
