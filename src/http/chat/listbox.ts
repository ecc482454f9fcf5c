import { element } from './dom.ts';

export type Item = { readonly label: string; readonly hint?: string; readonly pick: () => void };

/** A list of choices under or over the element that keeps the focus (ARIA's combobox pattern). */
export type Listbox = {
  readonly element: HTMLElement;
  readonly items: () => readonly Item[];
  /** The choice that Enter takes, if one is marked. */
  readonly active: () => Item | undefined;
  show(items: readonly Item[], label: string, active?: number): void;
  move(to: 'next' | 'previous' | 'first' | 'last' | 'none'): void;
  close(): void;
};

export function createListbox(id: string, owner: HTMLElement): Listbox {
  const list = element('div', { id, role: 'listbox', class: 'listbox', hidden: true });
  let items: readonly Item[] = [];
  let marked = -1;
  owner.setAttribute('aria-controls', id);
  owner.setAttribute('aria-expanded', 'false');

  const mark = (index: number) => {
    marked = items.length === 0 ? -1 : index;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === marked));
      if (at === marked) option.scrollIntoView({ block: 'nearest' });
    }
    if (marked < 0) owner.removeAttribute('aria-activedescendant');
    else owner.setAttribute('aria-activedescendant', optionId(id, marked));
  };

  const show: Listbox['show'] = (shown, label, active = -1) => {
    items = shown;
    list.setAttribute('aria-label', label);
    list.replaceChildren(...shown.map((item, index) => drawItem(item, optionId(id, index))));
    list.hidden = shown.length === 0;
    owner.setAttribute('aria-expanded', String(!list.hidden));
    mark(active);
  };

  return {
    element: list,
    items: () => items,
    active: () => items[marked],
    show,
    move: (to) => mark(target(to, marked, items.length)),
    close: () => show([], ''),
  };
}

function optionId(id: string, index: number): string {
  return `${id}-${index}`;
}

function target(to: Parameters<Listbox['move']>[0], from: number, count: number): number {
  if (to === 'none') return -1;
  if (to === 'first') return 0;
  if (to === 'last') return count - 1;
  if (to === 'next') return from + 1 < count ? from + 1 : 0;
  return from > 0 ? from - 1 : count - 1;
}

function drawItem(item: Item, id: string): HTMLElement {
  const label = element('span', { class: 'label' }, item.label);
  const hint = item.hint ? element('span', { class: 'hint' }, item.hint) : null;
  const option = element('div', { id, role: 'option', 'aria-selected': 'false' }, label, hint);
  // The focus stays where it is: a click must not take it.
  option.addEventListener('mousedown', (event) => event.preventDefault());
  option.addEventListener('click', item.pick);
  return option;
}
