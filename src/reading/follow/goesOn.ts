import type { Piece } from '../../question/lexicon/pieces.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import { type Item, only, says, thingsIn } from '../meaning/item.ts';

/** "e …", "and …", "what about …": what goes on from before. */
const GOES_ON = new Set(
  'e ed ma invece poi and but also anche pure what how about solo only then o oppure or plus no di scusa ok'.split(
    ' ',
  ),
);

/** "confrontalo", "quella dell'asse 2", "the same": words that stand for what was said before. */
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

/** Whether a question may go on from the one before: it joins, points back, or is a few words. */
export function mayGoOn(pieces: readonly Piece[], items: readonly Item[]): boolean {
  if (!items.some(isTelling)) return false;
  if (says(items, 'same', 'others', 'both')) return true;
  const whole = thingsIn(items).length > 0 && only(items, 'measure').length > 0;
  const points = pieces.some(({ key }) => STANDS_FOR.test(key));
  if (whole && !points) return false;
  return points || goesOn(pieces) || pieces.filter(({ stop }) => !stop).length <= FEW_WORDS;
}

/** "Chi ha vinto ieri?" says nothing that could change a request. */
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

/** Begins with a word that joins: "e …", "and …". */
export function goesOn(pieces: readonly Piece[]): boolean {
  return GOES_ON.has(pieces[0]?.key ?? '');
}

/** "Quante operazioni selezionate?" asks whole, where "pagato?" only changes the measure. */
export function asksAnew(pieces: readonly Piece[], items: readonly Item[]): boolean {
  return !goesOn(pieces) && says(items, 'how-much') && only(items, 'measure').length > 0;
}

/** "As a rate on the allocation?": a way of the flow that was asked before, and no flow of its own. */
export function leansOn(items: readonly Item[]): boolean {
  const measures = only(items, 'measure');
  const limited = only(items, 'limit').some(({ amount }) => amount.unit === 'percent');
  return (
    (limited || says(items, 'rate', 'percent')) &&
    thingsIn(items).length === 0 &&
    measures.every(({ measure }) => measure === 'allocation')
  );
}
