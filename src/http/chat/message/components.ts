import type {
  APIButtonComponentWithCustomId,
  APIButtonComponentWithURL,
  APISelectMenuOption,
  APIStringSelectComponent,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { Press, Row } from '../discord.ts';
import type { Words } from '../words.ts';

const ACTION_ROW = 1;
const STYLES = ['', 'primary', 'secondary', 'success', 'danger'];

type OnPress = (press: Press) => void;

export function drawRows(rows: readonly Row[], words: Words, press: OnPress): TemplateResult {
  const draw = (component: Row['components'][number]) =>
    component.type === 3
      ? drawMenu(component, words, press)
      : 'url' in component
        ? drawLink(component)
        : drawButton(component, press);
  const drawn = rows
    .filter(({ type }) => type === ACTION_ROW)
    .map(({ components }) => html`<div class="row">${components.map(draw)}</div>`);
  return html`<div slot="components">${drawn}</div>`;
}

function drawButton(button: APIButtonComponentWithCustomId, press: OnPress): TemplateResult {
  const { custom_id, style, emoji, label, disabled = false } = button;
  return html`<button
    type="button"
    class="button ${STYLES[style] ?? ''}"
    ?disabled=${disabled}
    @click=${() => press({ component_type: 2, custom_id })}
  >${[emoji?.name, label].filter(Boolean).join(' ')}</button>`;
}

/** A button that opens an address; one that the browser would run is not drawn. */
function drawLink({ url, emoji, label }: APIButtonComponentWithURL) {
  if (!/^https?:\/\//i.test(url)) return nothing;
  const text = [emoji?.name, label].filter(Boolean).join(' ');
  return html`<a class="button" href=${url} target="_blank" rel="noopener noreferrer"
    >${text}<span aria-hidden="true"> ↗</span></a
  >`;
}

/** A choice is sent at once, and leaves the menu as it was. */
function drawMenu(select: APIStringSelectComponent, words: Words, press: OnPress): TemplateResult {
  const { custom_id, options, placeholder = words.choose, disabled = false } = select;
  const first = options.find((option) => option.default)?.value ?? '';
  const choose = ({ currentTarget }: Event) => {
    const menu = currentTarget as HTMLSelectElement;
    press({ component_type: 3, custom_id, values: [menu.value] });
    menu.value = first;
  };
  return html`<select aria-label=${placeholder} ?disabled=${disabled} @change=${choose} @keydown=${openByKey}>
    <option value="" hidden disabled ?selected=${first === ''}>${placeholder}</option>
    ${options.map((option) => drawChoice(option, first))}
  </select>`;
}

function drawChoice({ label, value, description }: APISelectMenuOption, first: string): TemplateResult {
  const hint = description ? html`<small> ${description}</small>` : nothing;
  return html`<option value=${value} ?selected=${value === first}>${label}${hint}</option>`;
}

/** In some browsers a key changes a closed menu, which would send a choice nobody made: here a key opens the menu. */
function openByKey(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLSelectElement;
  const changes = /^(Arrow\w+|Page\w+|Home|End|Enter|.)$/u.test(event.key);
  if (!changes || event.ctrlKey || event.metaKey || menu.matches(':open')) return;
  event.preventDefault();
  menu.showPicker();
}
