import type { Decision } from '../../maintenance/review/decision.ts';
import type { Item, Review } from '../../maintenance/review/types.ts';
import type { Locale } from '../../model/locale.ts';
import { type Failure, look, publish, send } from './api.ts';
import { forget } from './typed.ts';

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

/** The items of one page; those of no page are together. */
export const itemsOn = ({ review: { items } }: Desk, page: number | null): readonly Item[] =>
  items.filter((item) => item.page === page);

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
  forget(desk.review.date, item.key);
  desk.failure = null;
  desk.editing = false;
  desk.review = withState(desk.review, decision);
  if (decision.action !== 'reopen') toNext(desk);
  desk.waiting += 1;
  desk.sending = desk.sending.then(async () => {
    const sent = await send(decision);
    desk.waiting -= 1;
    if (!sent.ok) desk.failure = sent.why;
    if (desk.waiting === 0 || !sent.ok) await refresh(desk);
  });
  desk.paint();
}

/** The review as the files have it now. */
export async function refresh(desk: Desk): Promise<void> {
  const loaded = await look();
  // A later decision is shown already, which this answer does not know of.
  if (desk.waiting > 0) return;
  if (loaded.ok) desk.review = loaded.review;
  else desk.failure = loaded.why;
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

const AFTER: Readonly<Record<Decision['action'], Item['state']>> = {
  confirm: 'confirmed',
  correct: 'confirmed',
  quote: 'confirmed',
  write: 'confirmed',
  'leave-out': 'left-out',
  reopen: 'proposed',
};

function withState(review: Review, decision: Decision): Review {
  const items = review.items.map((item) =>
    item.key === decision.key
      ? { ...item, state: AFTER[decision.action], findings: [], ...said(decision) }
      : item,
  );
  return { ...review, items, left: items.filter(isOpen).length };
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
