import type { Piece } from '../../question/lexicon/pieces.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import { type Item, only, says, thingsIn } from '../meaning/item.ts';

/** First words of a follow-up: "e …", "and …", "what about …". */
const GOES_ON = new Set(
  'e ed ma invece poi and but also anche pure what how about solo only then o oppure or plus no di scusa ok'.split(
    ' ',
  ),
);

/** Words that refer to the previous question: "confrontalo", "quella dell'asse 2", "the same". */
const STANDS_FOR =
  /^(?:confrontal[oaie]|paragonal[oaie]|quell[oaie]|quel|stess[oaie]|same|that|those|these|it|its|their|them|they|ones?|loro|ne|due|tre|two|three|entrambi|entrambe|both|questo|questi|questa|queste)$/;

const FEW_WORDS = 5;

export const WAYS: readonly Sense[] = [
  'rate',
  'percent',
  'share',
  'remaining',
  'not-yet',
  'of-total',
  'ratio',
  'difference',
  'sum',
  'growth-percent',
];

/** Whether a question may be a follow-up: it begins with a joining word, refers back, or has few words. */
export function mayGoOn(pieces: readonly Piece[], items: readonly Item[]): boolean {
  if (!items.some(isTelling)) return false;
  if (says(items, 'same', 'others', 'both')) return true;
  const whole = thingsIn(items).length > 0 && only(items, 'measure').length > 0;
  const points = pieces.some(({ key }) => STANDS_FOR.test(key));
  if (whole && !points) return false;
  return points || goesOn(pieces) || pieces.filter(({ stop }) => !stop).length <= FEW_WORDS;
}

/** Whether an item could change a request; none of "chi ha vinto ieri?" could. */
function isTelling(item: Item): boolean {
  return item.is !== 'sense' || !IDLE.includes(item.sense);
}

const IDLE: readonly Sense[] = [
  'who',
  'what',
  'how-much',
  'also',
  'confirm',
  'list',
  'only',
  'when',
  'why',
  'where',
  'slide',
];

/** Whether a question begins with a joining word: "e …", "and …". */
export function goesOn(pieces: readonly Piece[]): boolean {
  return GOES_ON.has(pieces[0]?.key ?? '');
}

/** "Quante operazioni selezionate?" is a whole question; "pagato?" only changes the measure. */
export function asksAnew(pieces: readonly Piece[], items: readonly Item[]): boolean {
  return !goesOn(pieces) && says(items, 'how-much') && only(items, 'measure').length > 0;
}

/** "As a rate on the allocation?": a way without a flow, which comes from the previous question. */
export function leansOn(items: readonly Item[]): boolean {
  const measures = only(items, 'measure');
  const limited = only(items, 'limit').some(({ amount }) => amount.unit === 'percent');
  return (
    (limited || says(items, 'rate', 'percent')) &&
    thingsIn(items).length === 0 &&
    measures.every(({ measure }) => measure === 'allocation')
  );
}
