import type { Item, ReviewPage, Stretch } from '../../maintenance/review/types.ts';
import { type Desk, decide } from './desk.ts';

/** A number of a page that no figure claims, printed with the sign that follows it. */
export type Unclaimed = Stretch & { readonly page: number; readonly printed: string };

export function unclaimedOn({ text, number, unclaimed }: ReviewPage): readonly Unclaimed[] {
  return unclaimed.map(({ start, end }) => {
    const sign = /^\s?%/.exec(text.slice(end))?.[0] ?? '';
    return { start, end: end + sign.length, page: number, printed: text.slice(start, end) + sign };
  });
}

/** The page that an item stands on, or stood on. */
export function pageOf(
  { review }: Desk,
  { document, page }: Pick<Item, 'document' | 'page'>,
): ReviewPage | undefined {
  return review.pages.find((each) => each.document === document && each.number === page);
}

/** The numbers of its page that could be a figure: percentages for a percentage. */
export function candidatesFor(desk: Desk, item: Item): readonly Unclaimed[] {
  const page = pageOf(desk, item);
  if (item.kind !== 'figure' || !page) return [];
  const isPercent = (text: string | undefined) => text?.includes('%') === true;
  return unclaimedOn(page).filter(({ printed }) => isPercent(printed) === isPercent(item.now.it));
}

/** One press makes the number the figure. */
export function take(desk: Desk, { key }: Item, { printed, page, start }: Unclaimed): void {
  decide(desk, { action: 'correct', key, printed, at: { page, start } });
}
