import { html, render, type TemplateResult } from 'lit';
import type { Locale } from '../../model/locale.ts';
import { firstLocale, rememberLocale } from '../chat/language.ts';
import { look } from './api.ts';
import { currentItem, type Desk, isOpen, itemsOn, newDesk, type Spot, spotOf, spotsIn } from './desk.ts';
import { drawEnd } from './end.ts';
import { drawItems } from './items.ts';
import { focusCurrent, onKey } from './keys.ts';
import { drawText } from './text.ts';
import { words } from './words.ts';

const LANGUAGES = { it: 'Italiano', en: 'English' } as const satisfies Record<Locale, string>;

async function start(): Promise<void> {
  const locale = firstLocale('it');
  render(html`<p role="status">${words[locale].loading}</p>`, document.body);
  const loaded = await look();
  if (loaded.ok) {
    const desk = newDesk(loaded.review, firstLocale(loaded.locale), paint);
    window.addEventListener('beforeunload', (event) => desk.waiting > 0 && event.preventDefault());
    return desk.paint();
  }
  const { why } = loaded;
  render(
    html`<p role="alert">${typeof why === 'string' ? words[locale][why] : why[locale]}</p>`,
    document.body,
  );
}

/** Draws the page; the focus follows the item that keys are for. */
function paint(desk: Desk): void {
  const { locale, review } = desk;
  document.documentElement.lang = locale;
  document.title = words[locale].title(review.date);
  render(drawPage(desk), document.body);
  focusCurrent(desk);
}

function drawPage(desk: Desk): TemplateResult {
  const { locale, review, failure } = desk;
  const say = words[locale];
  const spot = spotOf(currentItem(desk));
  const heading = spot === null ? say.notes : say.page(spot.page);
  const done = review.items.filter((item) => !isOpen(item)).length;
  const why = failure === null ? '' : typeof failure === 'string' ? say[failure] : failure[locale];
  return html`
    <header>
      <div>
        <h1>${say.title(review.date)}</h1>
        <p>${review.title[locale]} · ${say.progress(done, review.items.length)} · ${desk.waiting > 0 ? say.saving(desk.waiting) : say.kept}</p>
      </div>
      <fieldset aria-label=${say.language}>${drawLanguages(desk)}</fieldset>
    </header>
    <nav aria-label=${say.pages}>${drawPages(desk, spot)}</nav>
    <p id="alert" role="alert">${why}</p>
    <main @keydown=${(event: KeyboardEvent) => onKey(desk, event)}>
      ${spot === null ? drawEnd(desk) : drawText(desk, spot)}
      <section aria-label=${say.items}>
        <h2>${heading}</h2>
        <p class="hint">${say.keys}</p>
        ${drawItems(desk, spot)}
      </section>
    </main>`;
}

function drawPages(desk: Desk, current: Spot): readonly TemplateResult[] {
  const say = words[desk.locale];
  const documents = new Set(spotsIn(desk).flatMap((spot) => spot?.document ?? []));
  return spotsIn(desk).map((spot) => {
    const items = itemsOn(desk, spot);
    const isCurrent = spot?.document === current?.document && spot?.page === current?.page;
    const left = items.filter(isOpen).length;
    const go = () => {
      desk.current = (items.find(isOpen) ?? items[0])?.key ?? desk.current;
      desk.editing = false;
      // The keys are for the item, not for the button that led to it.
      (document.activeElement as HTMLElement | null)?.blur();
      desk.paint();
    };
    return html`<button type="button" aria-current=${isCurrent ? 'page' : 'false'} @click=${go}>
      ${spot === null ? say.notes : `${documents.size > 1 ? `${spot.document}, ` : ''}${say.page(spot.page)}`}${left > 0 ? html` <small>${say.toDo(left)}</small>` : ''}
    </button>`;
  });
}

function drawLanguages(desk: Desk): readonly TemplateResult[] {
  const speak = (locale: Locale) => {
    rememberLocale(locale);
    desk.locale = locale;
    desk.paint();
  };
  return (['it', 'en'] as const).map((locale) => {
    const short = locale.toUpperCase();
    return html`<button
      type="button"
      lang=${locale}
      aria-pressed=${locale === desk.locale}
      aria-label="${short} – ${LANGUAGES[locale]}"
      @click=${() => speak(locale)}
    >${short}</button>`;
  });
}

void start();
