import type { Subject } from '../../model/dataset.ts';
import type { Unexplained } from '../../question/hear/unexplained.ts';
import { editsOf } from '../follow/edits.ts';
import { asksAnew, mayGoOn } from '../follow/goesOn.ts';
import { withRelative } from '../meaning/dates.ts';
import { type Item, only, thingsIn } from '../meaning/item.ts';
import { CONTINUED } from './costs.ts';
import type { Before, Reader } from './reader.ts';

/** Items to answer, the cost of this reading, and the discount where its answer has no figure. */
export type Trial = {
  readonly items: readonly Item[];
  readonly cost: number;
  readonly spared: number;
  readonly continues: readonly Subject[];
};

/** The readings of a question as a follow-up; none where it stands alone. */
export function continued(
  { known, heard }: Reader,
  before: Before,
  current: readonly Item[],
  unexplained: readonly Unexplained[],
): readonly Trial[] {
  if (isStrange(current, unexplained) || !mayGoOn(heard.pieces, current)) return [];
  const now = withRelative(known.dataset, current, dateIn(current) ?? before.date);
  const [one, other] = [thingsIn(current)[0]?.kind, thingsIn(before.items)[0]?.kind];
  const alike = one === other && (one === 'initiative' || one === 'indicator') ? ALIKE : 0;
  const unlike = one !== undefined && other !== undefined && one !== other ? OTHER : 0;
  const spared = asksAnew(heard.pieces, current) ? 0 : HONEST;
  return editsOf(known, now, before).map((items, at) => ({
    items,
    cost: CONTINUED - alike + unlike + at * EACH_EDIT,
    spared,
    continues: thingsIn(before.items),
  }));
}

/** Unexplained words, and neither a name nor a measure: "who won the football yesterday?" */
function isStrange(items: readonly Item[], unexplained: readonly Unexplained[]): boolean {
  const cost = unexplained.reduce((sum, word) => sum + word.cost, 0);
  return cost >= STRANGE && !items.some(({ is }) => is !== 'sense');
}

export function dateIn(items: readonly Item[]): string | undefined {
  return only(items, 'date')[0]?.date;
}

const STRANGE = 0.3;
const EACH_EDIT = 0.05;

/** A thing of another kind is a less likely follow-up than a group or measure of the same words. */
const OTHER = 0.1;

/** After an initiative, another initiative is likelier than a measure of the same words: "e per le persone con disabilità?" */
const ALIKE = 0.6;

/** "Not in the source" about the previous things beats a figure of other things. */
const HONEST = 0.55;
