import type { Button, Press, Row, Select } from './discord.ts';
import { element } from './dom.ts';
import { drawSelect } from './select.ts';
import type { Words } from './words.ts';

const ACTION_ROW = 1;
const STYLES = ['secondary', 'primary', 'secondary', 'success', 'destructive', 'secondary'] as const;

export function drawRows(rows: readonly Row[], words: Words, press: (press: Press) => void): HTMLElement {
  const actionRows = rows.filter((row) => row.type === ACTION_ROW);
  return element(
    'div',
    { slot: 'components', class: 'rows' },
    ...actionRows.map((row) => drawRow(row, words, press)),
  );
}

function drawRow(row: Row, words: Words, press: (press: Press) => void): HTMLElement {
  const draw = (component: Button | Select) =>
    component.type === 2
      ? drawButton(component, press)
      : drawSelect(component, words.choose, (value) =>
          press({ component_type: 3, custom_id: component.custom_id, values: [value] }),
        );
  return element('discord-action-row', {}, ...row.components.map(draw));
}

function drawButton(button: Button, press: (press: Press) => void): HTMLElement {
  const drawn = document.createElement('discord-button');
  drawn.type = STYLES[button.style] ?? 'secondary';
  drawn.disabled = button.disabled ?? false;
  if (button.url) drawn.url = button.url;
  drawn.append([button.emoji?.name, button.label].filter(Boolean).join(' '));
  if (button.disabled) void disable(drawn);
  const { custom_id } = button;
  if (custom_id && !button.disabled) {
    drawn.addEventListener('click', () => press({ component_type: 2, custom_id }));
  }
  return drawn;
}

/** The component only looks disabled. */
async function disable(button: HTMLElementTagNameMap['discord-button']): Promise<void> {
  await button.updateComplete;
  button.shadowRoot?.querySelector('button')?.setAttribute('disabled', '');
}
