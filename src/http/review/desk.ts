import type { Decision } from '../../maintenance/review/decision.ts';
import type { Item, Review } from '../../maintenance/review/types.ts';
import type { Locale } from '../../model/locale.ts';
import { type Failure, look, publish, send } from './api.ts';
import { forget, hasTyped } from './typed.ts';

/** All that the page shows. Whoever changes a field calls `paint`. */
export type Desk = {
  readonly paint: () => void;
  review: Review;
  locale: Locale;
  /** The key of the item that keys are for. */
  current: string;
  /** Whether the current item is being corrected. */
  editing: boolean;
  failure: Failure | null;
  isPublished: boolean;
  /** Decisions on their way, in order. */
  sending: Promise<void>;
  waiting: number;
};

export const isOpen = ({ state, kind }: Item): boolean =>
  kind !== 'document' && (state === 'proposed' || state === 'not-found');

export const currentItem = ({ review, current }: Desk): Item | undefined =>
  review.items.find(({ key }) => key === current);

/** A page of a document; notes and the documents themselves are on none, and together. */
export type Spot = { readonly document: string; readonly page: number } | null;

export const spotOf = (item: Item | undefined): Spot =>
  item?.page != null && item.document !== null ? { document: item.document, page: item.page } : null;

const isSame = (one: Spot, other: Spot) => one?.document === other?.document && one?.page === other?.page;

export const itemsOn = ({ review: { items } }: Desk, spot: Spot): readonly Item[] =>
  items.filter((item) => isSame(spotOf(item), spot));

/** Every page with an item, in their order. */
export function spotsIn({ review: { items } }: Desk): readonly Spot[] {
  const spots = items.map(spotOf);
  return spots.filter((spot, at) => spots.findIndex((other) => isSame(spot, other)) === at);
}

export function newDesk(review: Review, locale: Locale, paint: (desk: Desk) => void): Desk {
  const first = review.items.find(isOpen) ?? review.items[0];
  const desk: Desk = {
    paint: () => paint(desk),
    review,
    locale,
    current: first?.key ?? '',
    editing: false,
    failure: null,
    isPublished: false,
    sending: Promise.resolve(),
    waiting: 0,
  };
  return desk;
}

/** Shows a decision at once, moves on, and sends it; what the check says of it comes when no decision is on its way. */
export function decide(desk: Desk, decision: Decision): void {
  const item = desk.review.items.find(({ key }) => key === decision.key);
  if (!item) return;
  desk.failure = null;
  desk.editing = false;
  desk.review = withState(desk.review, decision);
  if (decision.action !== 'reopen') toNext(desk);
  desk.waiting += 1;
  desk.sending = desk.sending.then(async () => {
    const sent = await send(decision);
    desk.waiting -= 1;
    // What was typed is kept until it is in the file.
    if (sent.ok) forget(desk.review.date, item.key);
    else takeBack(desk, item, sent.why);
    if (desk.waiting === 0 || !sent.ok) await refresh(desk);
  });
  desk.paint();
}

/** What was not saved is shown as it was, with the fields open where something was typed. */
function takeBack(desk: Desk, item: Item, why: Failure): void {
  const items = desk.review.items.map((each) => (each.key === item.key ? item : each));
  desk.review = { ...desk.review, items, left: items.filter(isOpen).length };
  desk.failure = why;
  desk.current = item.key;
  desk.editing = hasTyped(desk.review.date, item.key);
}

/** The review as the files have it now. */
async function refresh(desk: Desk): Promise<void> {
  const loaded = await look();
  // A later decision is shown already, which this answer does not know of.
  if (desk.waiting > 0) return;
  if (loaded.ok) desk.review = loaded.review;
  else desk.failure ??= loaded.why;
  desk.paint();
}

export async function publishDate(desk: Desk): Promise<void> {
  await desk.sending;
  const published = await publish();
  desk.isPublished = published.ok;
  desk.failure = published.ok ? null : published.why;
  if (!published.ok) await refresh(desk);
  desk.paint();
}

const AFTER: Readonly<Record<Exclude<Decision['action'], 'reopen'>, Item['state']>> = {
  confirm: 'confirmed',
  correct: 'confirmed',
  quote: 'confirmed',
  write: 'confirmed',
  'leave-out': 'left-out',
};

function withState(review: Review, decision: Decision): Review {
  const items = review.items.map((item) =>
    item.key === decision.key
      ? { ...item, state: stateAfter(decision, item), findings: [], ...said(decision) }
      : item,
  );
  return { ...review, items, left: items.filter(isOpen).length };
}

/** What was left out comes back as it was a date ago, which nobody has found in the new report. */
function stateAfter({ action }: Decision, { state }: Item): Item['state'] {
  if (action !== 'reopen') return AFTER[action];
  return state === 'left-out' ? 'not-found' : 'proposed';
}

function said(decision: Decision): Partial<Item> {
  if (decision.action === 'correct')
    return { now: { it: decision.printed, en: decision.printed }, place: null };
  return decision.action === 'write' ? { now: decision.texts } : {};
}

/** The next item to decide, else the next one. */
export function toNext(desk: Desk): void {
  const { items } = desk.review;
  const at = items.findIndex(({ key }) => key === desk.current);
  const next = [...items.slice(at + 1), ...items.slice(0, at)].find(isOpen) ?? items[at + 1] ?? items[at];
  desk.current = next?.key ?? '';
  desk.editing = false;
}

export function move(desk: Desk, step: -1 | 1): void {
  const { items } = desk.review;
  const at = items.findIndex(({ key }) => key === desk.current);
  desk.current = items[Math.max(0, Math.min(items.length - 1, at + step))]?.key ?? '';
  desk.editing = false;
  desk.paint();
}
