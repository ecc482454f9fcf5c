import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Item, Told } from '../../maintenance/review/types.ts';
import { currentItem, type Desk, decide, isOpen, itemsOn, type Spot } from './desk.ts';
import { drawForm } from './form.ts';
import { candidatesFor, take } from './unclaimed.ts';
import { words } from './words.ts';

/** The items of a page, each with what it was, what it is now, and what is wrong with it. */
export function drawItems(desk: Desk, spot: Spot): TemplateResult {
  const items = itemsOn(desk, spot);
  return html`<ol id="items">
    ${repeat(
      items,
      ({ key }) => key,
      (item) => drawItem(desk, item),
    )}
  </ol>`;
}

function drawItem(desk: Desk, item: Item): TemplateResult {
  const { locale } = desk;
  const say = words[locale];
  const { key, name, measure, before, now, state, findings } = item;
  const isCurrent = key === desk.current;
  const select = ({ target }: Event) => {
    if (desk.current === key || (target as HTMLElement).closest('button, form')) return;
    desk.current = key;
    desk.editing = false;
    desk.paint();
  };
  return html`<li
    data-key=${key}
    data-state=${state}
    tabindex=${isCurrent ? 0 : -1}
    aria-current=${isCurrent ? 'true' : 'false'}
    @click=${select}
  >
    <p class="name"><strong>${name[locale]}</strong>${measure ? html` <span>${measure[locale]}</span>` : nothing}
      <span class="state">${item.kind === 'document' ? nothing : say.states[state]}</span></p>
    <p class="values">
      ${before ? html`<span><span class="hidden">${say.before} </span>${before[locale]}</span> → ` : nothing}<strong
        ><span class="hidden">${say.now} </span>${state === 'not-found' || state === 'left-out' ? '?' : now[locale]}</strong>
    </p>
    ${findings.map((finding) => drawFinding(desk, finding))}
    ${isCurrent ? (desk.editing ? drawForm(desk, item) : drawActions(desk)) : nothing}
  </li>`;
}

export function drawFinding(
  { locale }: Pick<Desk, 'locale'>,
  { severity, message, advice }: Told,
): TemplateResult {
  return html`<p class=${severity}>${words[locale][severity]}: ${message[locale]} ${advice[locale]}</p>`;
}

/** What the keys do, for a mouse and for a screen reader. */
function drawActions(desk: Desk): TemplateResult {
  const item = currentItem(desk);
  if (!item) return html``;
  const say = words[desk.locale];
  const { key, kind } = item;
  const button = (label: string, hint: string, press: () => void) =>
    html`<button type="button" @click=${press}>${label}<kbd aria-hidden="true">${hint}</kbd></button>`;
  const edit = () => {
    desk.editing = true;
    desk.paint();
  };
  const can = (action: 'confirm' | 'leave-out' | 'reopen') => () => decide(desk, { action, key });
  return html`<p class="actions">
    ${isOpen(item) && item.state === 'proposed' ? button(say.confirm, '⏎', can('confirm')) : nothing}
    ${button(say.correct, 'E', edit)}
    ${isOpen(item) && (kind === 'figure' || kind === 'remark') ? button(say.leaveOut, 'X', can('leave-out')) : nothing}
    ${item.state === 'not-found' ? drawCandidates(desk, item) : nothing}
    ${kind !== 'document' && !isOpen(item) ? button(say.reopen, 'U', can('reopen')) : nothing}
  </p>`;
}

/** The numbers of the page that are still free: one press takes one. */
function drawCandidates(desk: Desk, item: Item): readonly TemplateResult[] {
  const say = words[desk.locale];
  return candidatesFor(desk, item)
    .slice(0, MOST_CANDIDATES)
    .map(
      (number) =>
        html`<button type="button" class="candidate" aria-label=${say.takes(number.printed)} @click=${() => take(desk, item, number)}>${number.printed}</button>`,
    );
}

/** More than these are looked for in the text. */
const MOST_CANDIDATES = 12;
