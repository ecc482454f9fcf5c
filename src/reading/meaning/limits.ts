import { isMeasure, isSense, type Mention, type Of } from '../../question/hear/mention.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import { cardinal } from '../../search/text/numerals.ts';
import { type Context, isNear, isOrdinal, type Role } from './context.ts';

/** Nouns that a number before them counts. */
export const COUNTABLE =
  /^(?:assi|axes|iniziative|initiatives|progetti|projects|interventi|misure|indicatori|indicators|priorita|priorities|fonti|sources)$/;

/** "I 3 assi con il tasso più alto", "le tre iniziative più grosse": the length of a ranking, not Axis III. */
export function ranked(
  at: number,
  { value, roman, to, from }: Of<'number'>,
  mentions: readonly Mention[],
  { pieces }: Context,
  roles: Map<number, Role>,
): void {
  const end = mentions.find((each) => isSense(each, 'highest', 'lowest'));
  const before = mentions[at - 1];
  if (before?.is === 'sense' && COUNTED.includes(before.sense)) return;
  if (!end || roman || isOrdinal(pieces[from]) || !COUNTABLE.test(pieces[to]?.key ?? '')) return;
  roles.set(at, { is: 'top', count: value, low: isSense(end, 'lowest') });
}

/** "Ha superato per la prima volta i 100 milioni". */
const NEAR_AMOUNT = 5;

export function counted(
  at: number,
  sense: Sense,
  mentions: readonly Mention[],
  { pieces }: Context,
  roles: Map<number, Role>,
): void {
  const own = mentions[at];
  for (const next of [at + 1, at - 1]) {
    const number = mentions[next];
    const beside = next > at ? isNear(own, number) : isNear(number, own);
    if (number?.is !== 'number' || number.roman || !beside || roles.has(next)) continue;
    const joined = next > at ? number.from === own?.to : isNear(number, own);
    if (!joined || isOrdinal(pieces[number.from])) continue;
    roles.set(next, 'none');
    roles.set(at, { is: 'top', count: number.value, low: sense === 'bottom' || sense === 'lowest' });
    return;
  }
}

/** Prepositions of place, unless an amount or a target follows: "under axis I", "sopra". */
const PLACES = /^(?:under|over|sotto|sopra|oltre|above|below)$/;

export function limited(
  at: number,
  side: 'above' | 'below',
  mentions: readonly Mention[],
  { pieces }: Context,
  roles: Map<number, Role>,
): void {
  const own = mentions[at];
  const near = [at + 1, at + 2].filter((index) => isNear(own, mentions[index], NEAR_AMOUNT));
  const next = near.find((index) => isQuantity(mentions[index]));
  const amount = next === undefined ? null : amountIn(mentions[next]);
  const unit = next === undefined ? '' : (pieces[mentions[next]?.to ?? 0]?.key ?? '');
  if (/^(?:anni|anno|years?)$/.test(unit)) return;
  if (next !== undefined && amount) {
    roles.set(at, { is: 'limit', side, amount });
    roles.set(next, 'none');
  } else if (near.some((index) => isSense(mentions[index], 'measure:target')))
    roles.set(at, { is: 'sense', sense: side === 'above' ? 'status:reached' : 'status:below' });
  else if (
    isMeasure(mentions[at - 1]) &&
    isMeasure(mentions[at + 1]) &&
    pieces[own?.from ?? 0]?.key === 'over'
  )
    roles.set(at, { is: 'sense', sense: 'ratio' });
  else if (
    own &&
    own.to - own.from === 1 &&
    PLACES.test(pieces[own.from]?.key ?? '') &&
    !isBetween(at, mentions)
  )
    roles.set(at, 'none');
}

/** "Axis I above axis II", "commitments above the allocation": a comparison. */
function isBetween(at: number, mentions: readonly Mention[]): boolean {
  const [before, next] = [mentions.slice(0, at), mentions[at + 1]];
  if (next?.is === 'thing')
    return before.some((one) => one.is === 'thing' && one.subjects[0]?.kind === next.subjects[0]?.kind);
  return isMeasure(next) && before.some(isMeasure);
}

export function between(at: number, mentions: readonly Mention[], roles: Map<number, Role>): void {
  const [low, high] = [at + 1, at + 2].map((index) => amountIn(mentions[index]));
  if (!low || !high) {
    roles.set(at, 'none');
    return;
  }
  const unit = low.unit ?? high.unit;
  roles.set(at, {
    is: 'limit',
    side: 'above',
    amount:
      unit === low.unit ? low : { ...low, unit, text: `${low.text}${high.text.replace(/^[\d.,]+/, '')}` },
  });
  roles.set(at + 1, { is: 'limit', side: 'below', amount: high });
  roles.set(at + 2, 'none');
}

const isQuantity = (mention: Mention | undefined) => mention?.is === 'amount' || mention?.is === 'number';

function amountIn(mention: Mention | undefined) {
  if (mention?.is === 'amount') return mention.amount;
  if (mention?.is !== 'number' || mention.roman) return null;
  return { value: { units: BigInt(mention.value), places: 0 }, unit: null, text: String(mention.value) };
}

/** "The two axes with the most women": a ranking of two. */
export function bothOf(
  at: number,
  mentions: readonly Mention[],
  { pieces }: Context,
  roles: Map<number, Role>,
): void {
  const [own, end] = [mentions[at], mentions.find((each) => isSense(each, 'highest', 'lowest'))];
  const counts = own && pieces.slice(own.from, own.to).some(({ key }) => cardinal(key) === 2);
  if (!counts || !end || mentions.some(({ is }) => is === 'thing')) return;
  roles.set(at, { is: 'top', count: 2, low: isSense(end, 'lowest') });
}

/** Senses that bind the number beside them: "i primi tre". */
export const COUNTED: readonly Sense[] = ['top', 'bottom', 'highest', 'lowest'];
