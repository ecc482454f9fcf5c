import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../maintenance/review/types.ts';
import { type Desk, decide } from './desk.ts';
import { type Field, forget, keep, kept } from './typed.ts';
import { words } from './words.ts';

/** The fields in which an item is corrected; what is typed is kept until it is saved or cancelled. */
export function drawForm(desk: Desk, item: Item): TemplateResult {
  const say = words[desk.locale];
  const cancel = () => {
    forget(desk.review.date, item.key);
    desk.editing = false;
    desk.paint();
  };
  return html`<form @submit=${(event: SubmitEvent) => save(desk, item, event)}>
    ${fieldsOf(desk, item)}
    <p class="actions">
      <button type="submit">${say.save}<kbd aria-hidden="true">⏎</kbd></button>
      <button type="button" @click=${cancel}>${say.cancel}<kbd aria-hidden="true">Esc</kbd></button>
    </p>
  </form>`;
}

function fieldsOf(desk: Desk, item: Item): readonly (TemplateResult | typeof nothing)[] {
  const say = words[desk.locale];
  const { kind, now, quote, brief, state } = item;
  if (kind === 'figure') {
    const printed = state === 'proposed' || state === 'confirmed' ? numberOf(now.it) : '';
    return [drawField(desk, item, 'printed', say.printed, printed)];
  }
  if (kind === 'remark') return [drawField(desk, item, 'quote', say.quote, quote ?? '')];
  return [
    drawField(desk, item, 'it', say.italian, now.it),
    drawField(desk, item, 'en', say.english, now.en),
    brief ? drawField(desk, item, 'brief.it', say.briefItalian, brief.it) : nothing,
    brief ? drawField(desk, item, 'brief.en', say.briefEnglish, brief.en) : nothing,
  ];
}

/** Without the unit that the page adds to a bare number. */
const numberOf = (text: string) => text.replace(/ (?:Mln )?€$/, '');

function drawField(desk: Desk, { key }: Item, field: Field, label: string, now: string): TemplateResult {
  const { date } = desk.review;
  const text = kept(date, key, field) ?? now;
  const type = (event: Event) => keep(date, key, field, (event.target as HTMLInputElement).value);
  const control =
    field === 'printed'
      ? html`<input name=${field} .value=${text} @input=${type} autocomplete="off" inputmode="decimal" maxlength="60" />`
      : html`<textarea name=${field} rows="3" maxlength="1000" .value=${text} @input=${type}></textarea>`;
  return html`<label>${label}${control}</label>`;
}

function save(desk: Desk, { key, kind, brief }: Item, event: SubmitEvent): void {
  event.preventDefault();
  const data = new FormData(event.target as HTMLFormElement);
  const text = (field: Field) => String(data.get(field) ?? '');
  const texts = { it: text('it'), en: text('en') };
  const short = brief ? { brief: { it: text('brief.it'), en: text('brief.en') } } : {};
  if (kind === 'figure') decide(desk, { action: 'correct', key, printed: text('printed') });
  else if (kind === 'remark') decide(desk, { action: 'quote', key, quote: text('quote') });
  else decide(desk, { action: 'write', key, texts, ...short });
}
