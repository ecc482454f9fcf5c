import type { Select, SelectOption } from './discord.ts';
import { element } from './dom.ts';
import { createListbox, type Item, type Listbox } from './listbox.ts';

let drawn = 0;

/** A select menu that the keyboard and a screen reader can use: the components' own answers to the mouse only. */
export function drawSelect(
  select: Select,
  placeholder: string,
  choose: (value: string) => void,
): HTMLElement {
  const chosen = select.options.find((option) => option.default);
  const label = select.placeholder ?? placeholder;
  const button = element(
    'button',
    { type: 'button', role: 'combobox', class: 'select', 'aria-haspopup': 'listbox', 'aria-label': label },
    element('span', { class: 'label' }, chosen?.label ?? label),
  );
  button.disabled = select.disabled ?? false;
  drawn += 1;
  const listbox = createListbox(`select-${drawn}`, button);
  const open = () =>
    listbox.show(
      select.options.map((option) => itemOf(option)),
      label,
      0,
    );
  const itemOf = (option: SelectOption): Item => ({
    label: option.label,
    ...(option.description ? { hint: option.description } : {}),
    pick() {
      listbox.close();
      choose(option.value);
    },
  });
  button.addEventListener('click', () => (listbox.items().length > 0 ? listbox.close() : open()));
  button.addEventListener('keydown', (event) => steer(event, listbox, open));
  button.addEventListener('blur', () => listbox.close());
  return element('div', { class: 'select-menu' }, button, listbox.element);
}

const MOVES = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' } as const;

function steer(event: KeyboardEvent, listbox: Listbox, open: () => void): void {
  const isOpen = listbox.items().length > 0;
  const move = MOVES[event.key as keyof typeof MOVES];
  if (move) {
    if (isOpen) listbox.move(move);
    else open();
  } else if (isOpen && (event.key === 'Enter' || event.key === ' ')) {
    listbox.active()?.pick();
  } else if (isOpen && event.key === 'Escape') {
    listbox.close();
  } else {
    return;
  }
  event.preventDefault();
}
