import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Chat } from './chat.ts';
import type { Option } from './discord.ts';
import { type Draft, reopen, takeTyped } from './draft.ts';
import { entryName, nameOf } from './entries.ts';
import { focusField, onInput, onKey, onSubmit } from './keyboard.ts';
import { closeList, suggest, turnTo } from './suggestions.ts';
import { words as allWords } from './words.ts';

const LIST = 'suggestions';

export function drawComposer(chat: Chat): TemplateResult {
  const { draft, suggestions, locale } = chat;
  const words = allWords[locale];
  const { length } = suggestions;
  const submit = (event: Event) => onSubmit(chat, event);
  return html`<form id="composer" aria-busy=${chat.busy} @submit=${submit}>
    ${drawSuggestions(chat)}
    <p id="waiting" role="status" ?hidden=${!chat.waiting}>${words.waiting}</p>
    <p id="alert" role="alert">${chat.alert}</p>
    <fieldset id="chips" aria-label=${words.options} ?hidden=${!draft}>
      ${draft ? drawChips(chat, draft) : nothing}
    </fieldset>
    <div id="line">
      ${drawField(chat)}
      <button id="send" type="submit" aria-label=${words.send}>
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <path fill="currentColor" d="M3 20.5 21.5 12 3 3.5v6.600l12 1.900-12 1.900z" />
        </svg>
      </button>
    </div>
    <p id="hint">${words.hint}</p>
    <p id="count" role="status" class="unseen">${length > 0 ? words.count(length) : ''}</p>
  </form>`;
}

/** ARIA gives a field of several lines no role of a combobox: it names its list, and `#count` says that one is open. */
function drawField(chat: Chat): TemplateResult {
  const { draft, marked, locale } = chat;
  const words = allWords[locale];
  const value = draft?.current ? words.placeholderOption(nameOf(draft.current, locale)) : undefined;
  return html`<textarea
    id="input"
    rows="1"
    aria-label=${value ?? words.composer}
    aria-autocomplete="list"
    aria-haspopup="listbox"
    aria-controls="suggestions"
    aria-activedescendant=${marked < 0 ? nothing : `suggestion-${marked}`}
    aria-describedby="hint"
    autocomplete="off"
    spellcheck="false"
    placeholder=${value ?? (draft ? words.placeholderDone : words.placeholder)}
    ?readonly=${chat.busy || draft?.current === null}
    .value=${live(chat.text)}
    @input=${(event: InputEvent) => onInput(chat, event)}
    @keydown=${(event: KeyboardEvent) => onKey(chat, event)}
    @focus=${() => suggest(chat)}
    @blur=${(event: FocusEvent) => isInList(event) || closeList(chat)}
  ></textarea>`;
}

/** Whoever scrolls the list by keyboard has not left it. */
function isInList({ relatedTarget }: FocusEvent): boolean {
  return relatedTarget instanceof Element && relatedTarget.id === LIST;
}

/** A list of choices over the field, which keeps the focus (ARIA's combobox pattern). */
function drawSuggestions({ suggestions, marked, draft, locale }: Chat): TemplateResult {
  const words = allWords[locale];
  const label = draft?.current ? words.choices(nameOf(draft.current, locale)) : words.commands;
  const options = suggestions.map(
    ({ label, hint, pick }, index) => html`<div
      id="suggestion-${index}"
      role="option"
      aria-selected=${index === marked}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${pick}
    >${label}${hint ? html`<span class="hint">${hint}</span>` : nothing}</div>`,
  );
  return html`<div
    id=${LIST}
    role="listbox"
    tabindex="0"
    aria-label=${label}
    ?hidden=${options.length === 0}
  >
    ${options}
  </div>`;
}

/** The command being written as buttons: its name, its options with their values, and the options still free. */
function drawChips(chat: Chat, draft: Draft): TemplateResult {
  const words = allWords[chat.locale];
  const name = entryName(draft.entry, chat.locale);
  const go = (next: Draft | null) => {
    turnTo(chat, next);
    focusField();
  };
  const open = (option: Option) => go(reopen(takeTyped(draft, chat.text), option));
  const drop = () => go(null);
  return html`<button type="button" class="chip command" aria-label=${words.drop(name)} @click=${drop}>
      ${name}<span aria-hidden="true"> ✕</span>
    </button>
    ${draft.entry.options.map((option) => drawOption(chat, draft, option, () => open(option)))}`;
}

function drawOption({ locale }: Chat, draft: Draft, option: Option, open: () => void): TemplateResult {
  const words = allWords[locale];
  const name = nameOf(option, locale);
  const value = draft.values.get(option.name);
  const isCurrent = draft.current === option;
  const label = value ? `${words.edit(name)}: ${value.name}` : words.fill(name);
  const shown = value || isCurrent ? `${name}:` : `+ ${name}`;
  return html`<button
    type="button"
    class="chip ${value ? 'filled' : 'free'}"
    aria-label=${option.required ? `${label} (${words.required})` : label}
    aria-current=${isCurrent ? 'true' : nothing}
    @click=${open}
  ><span class="name">${shown}</span>${value ? ` ${value.name}` : nothing}</button>`;
}
