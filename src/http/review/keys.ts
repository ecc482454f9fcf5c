import { currentItem, type Desk, decide, isOpen, move, toNext } from './desk.ts';
import { forget, keep } from './typed.ts';

/** The item that keys are for has the focus, or the first field of its form. */
export function focusCurrent(desk: Desk): void {
  const item = document.querySelector<HTMLElement>('#items > [aria-current="true"]');
  if (!item) return;
  const field = desk.editing ? item.querySelector<HTMLElement>('input, textarea') : null;
  const active = document.activeElement;
  if (field) {
    if (!active || !item.contains(active) || active === item) field.focus();
    return;
  }
  if (active?.closest('header, nav')) return;
  if (active !== item) item.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest' });
  document.querySelector('#text [aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
}

/** What a key does to the current item; within a field only the keys that end the correction count. */
export function onKey(desk: Desk, event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  const target = event.target as HTMLElement;
  const isField = target.matches('input, textarea');
  if (isField) inField(desk, event, target);
  if (isField || ctrlKey || metaKey || altKey || target.matches('button')) return;
  const press = keyed(desk, key);
  if (!press) return;
  event.preventDefault();
  press();
}

function inField(desk: Desk, event: KeyboardEvent, field: HTMLElement): void {
  if (event.key === 'Escape') {
    forget(desk.review.date, desk.current);
    desk.editing = false;
    desk.paint();
  }
  if (event.key !== 'Enter' || event.isComposing || event.shiftKey || !field.matches('textarea')) return;
  event.preventDefault();
  field.closest('form')?.requestSubmit();
}

function keyed(desk: Desk, key: string): (() => void) | null {
  const item = currentItem(desk);
  if (!item) return null;
  const isFigure = item.kind === 'figure';
  const edit = () => {
    if (isFigure && /^\d$/.test(key)) keep(desk.review.date, item.key, 'printed', key);
    desk.editing = true;
    desk.paint();
  };
  if (isFigure && /^\d$/.test(key)) return edit;
  switch (key.toLowerCase()) {
    case 'enter':
      return item.state === 'proposed' && isOpen(item)
        ? () => decide(desk, { action: 'confirm', key: item.key })
        : edit;
    case 'e':
      return edit;
    case 'x':
    case 'delete':
      return isOpen(item) && item.kind !== 'note'
        ? () => decide(desk, { action: 'leave-out', key: item.key })
        : null;
    case 'u':
      return isOpen(item) || item.kind === 'document'
        ? null
        : () => decide(desk, { action: 'reopen', key: item.key });
    case 'n':
      return () => {
        toNext(desk);
        desk.paint();
      };
    case 'arrowdown':
      return () => move(desk, 1);
    case 'arrowup':
      return () => move(desk, -1);
    default:
      return null;
  }
}
