import { html, type TemplateResult } from 'lit';
import type { Item, ReviewPage, Stretch } from '../../maintenance/review/types.ts';
import { currentItem, type Desk, itemsOn, type Spot } from './desk.ts';
import { pageOf, take, type Unclaimed, unclaimedOn } from './unclaimed.ts';
import { words } from './words.ts';

/** The text of a page with each figure in its place, and the numbers that no figure claims. */
export function drawText(desk: Desk, spot: NonNullable<Spot>): TemplateResult {
  const say = words[desk.locale];
  const page = pageOf(desk, spot);
  if (!page) return html`<section aria-label=${say.text}><p>${say.noText}</p></section>`;
  return html`<section aria-label=${say.text}>
    <h2>${say.text}</h2>
    <p class="hint">${say.unclaimed(page.unclaimed.length)}</p>
    <p id="text">${drawPieces(desk, page)}</p>
  </section>`;
}

type Piece = (Stretch & { readonly item: Item }) | Unclaimed;

function drawPieces(desk: Desk, page: ReviewPage): readonly (TemplateResult | string)[] {
  const pieces = piecesOf(desk, page);
  const ends = [0, ...pieces.map(({ end }) => end)];
  return [
    ...pieces.flatMap((piece, at) => [page.text.slice(ends[at], piece.start), drawPiece(desk, page, piece)]),
    page.text.slice(ends.at(-1)),
  ];
}

/** In the order of the text; of two figures with one number the current one shows. */
function piecesOf(desk: Desk, page: ReviewPage): readonly Piece[] {
  const figures = itemsOn(desk, { document: page.document, page: page.number }).filter(
    ({ kind }) => kind === 'figure',
  );
  const marked = figures.flatMap((item): readonly Piece[] => (item.place ? [{ ...item.place, item }] : []));
  const own = marked.filter((piece) => 'item' in piece && piece.item.key === desk.current);
  const starts = new Map([...marked, ...unclaimedOn(page), ...own].map((piece) => [piece.start, piece]));
  return [...starts.values()].toSorted((a, b) => a.start - b.start);
}

function drawPiece(desk: Desk, page: ReviewPage, piece: Piece): TemplateResult {
  if (!('item' in piece)) return drawUnclaimed(desk, piece);
  const { item, start, end } = piece;
  const select = () => {
    desk.current = item.key;
    desk.paint();
  };
  return html`<button
    type="button"
    class="figure"
    tabindex="-1"
    data-state=${item.state}
    aria-current=${item.key === desk.current ? 'true' : 'false'}
    @click=${select}
  >${page.text.slice(start, end)}</button>`;
}

/** A press takes the number for the current figure. */
function drawUnclaimed(desk: Desk, number: Unclaimed): TemplateResult {
  const item = currentItem(desk);
  const figure = item?.kind === 'figure' ? item : undefined;
  const press = () => figure && take(desk, figure, number);
  const say = words[desk.locale];
  const label = say.take(number.printed, nameOf(figure, desk));
  return html`<button type="button" class="unclaimed" aria-label=${label} @click=${press}>${number.printed}</button>`;
}

const nameOf = (item: Item | undefined, { locale }: Desk) =>
  item ? [item.name[locale], item.measure?.[locale]].filter(Boolean).join(', ') : '–';
