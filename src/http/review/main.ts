import { html, render, type TemplateResult } from 'lit';
import type { Locale } from '../../model/locale.ts';
import { firstLocale, rememberLocale } from '../chat/language.ts';
import { look } from './api.ts';
import { currentItem, type Desk, isOpen, itemsOn, newDesk } from './desk.ts';
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
  if (loaded.ok) return newDesk(loaded.review, firstLocale(loaded.locale), paint).paint();
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
  const page = currentItem(desk)?.page ?? null;
  const done = review.items.filter((item) => !isOpen(item)).length;
  const why = failure === null ? '' : typeof failure === 'string' ? say[failure] : failure[locale];
  return html`
    <header>
      <div>
        <h1>${say.title(review.date)}</h1>
        <p>${review.title[locale]} · ${say.progress(done, review.items.length)} · ${say.kept}</p>
      </div>
      <fieldset aria-label=${say.language}>${drawLanguages(desk)}</fieldset>
    </header>
    <nav aria-label=${say.pages}>${drawPages(desk, page)}</nav>
    <p id="alert" role="alert">${why}</p>
    <main @keydown=${(event: KeyboardEvent) => onKey(desk, event)}>
      ${page === null ? drawEnd(desk) : drawText(desk, page)}
      <section aria-label=${say.items}>
        <h2>${page === null ? say.notes : say.page(page)}</h2>
        <p class="hint">${say.keys}</p>
        ${drawItems(desk, page)}
      </section>
    </main>`;
}

function drawPages(desk: Desk, current: number | null): readonly TemplateResult[] {
  const pages = [...new Set(desk.review.items.map(({ page }) => page))];
  const say = words[desk.locale];
  return pages.map((page) => {
    const items = itemsOn(desk, page);
    const left = items.filter(isOpen).length;
    const go = () => {
      desk.current = (items.find(isOpen) ?? items[0])?.key ?? desk.current;
      desk.editing = false;
      desk.paint();
    };
    return html`<button type="button" aria-current=${page === current ? 'page' : 'false'} @click=${go}>
      ${page === null ? say.notes : say.page(page)}${left > 0 ? html` <small>${say.toDo(left)}</small>` : ''}
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
