import type { Evidence } from './evidence.ts';
import type { Token } from './normalise.ts';
import type { Slot } from './slots.ts';
import { isNotation } from './vocabulary.ts';

export type Outcome = 'found' | 'choose' | 'none';
export type Verdict = { readonly outcome: Outcome; readonly rivals: readonly Evidence[] };

const RIVALS = 5;
/** What leaving a rare word unexplained costs at least. */
const RARE = 0.35;
const NONE: Verdict = { outcome: 'none', rivals: [] };

/** By exact match first, then by the lead over the runner-up and by what speaks for the best: never by score alone. */
export function judge(ranked: readonly Evidence[], slots: readonly Slot[], all: readonly Token[]): Verdict {
  const best = ranked[0];
  if (best === undefined || !isPlausible(best, slots, all)) return NONE;
  const rivals = rivalsOf(ranked, best);
  if (rivals.length === 1 && isConvincing(best, slots, all)) return { outcome: 'found', rivals };
  const ties = rivals.filter((rival) => rival.score > best.score * 0.999).length;
  return { outcome: 'choose', rivals: rivals.slice(0, Math.max(RIVALS, ties)) };
}

/** Enough to ask back. */
function isPlausible(best: Evidence, slots: readonly Slot[], all: readonly Token[]): boolean {
  if (isWholeQuestion(best)) return best.sure > 0.4;
  if (hasNotation(best, slots)) return true;
  if (isWholeName(best) && (best.telling > 0.5 || (best.words > 1 && standTogether(best, slots, all))))
    return true;
  return best.explained > 0.53 && best.telling > 0.45;
}

const isWholeQuestion = (best: Evidence): boolean => best.unexplained < 0.03;
const isWholeName = (best: Evidence): boolean => best.said > 0.85;

function isConvincing(best: Evidence, slots: readonly Slot[], all: readonly Token[]): boolean {
  if (isWholeQuestion(best))
    return best.sure > 0.6 && (best.said > (best.words > 1 ? 0.7 : 0.85) || best.telling > 0.5);
  if (hasNotation(best, slots)) return true;
  const strangers = strangersTo(best, slots, all);
  const besideRare = strangers.some(({ rare, beside }) => rare && beside === 'joined');
  if (best.words > 1 && isWholeName(best))
    return best.telling > (standTogether(best, slots, all) ? 0.45 : 0.8);
  if (best.words > 1) return best.telling > 1.2 && best.explained > 0.6 && !besideRare;
  if (!isWholeName(best) || best.telling < 0.7) return false;
  if (isCode(best, slots)) return !strangers.some(({ rare, beside }) => rare && beside !== null);
  return best.sure > 0.95 && strangers.every(({ rare, beside }) => !rare && beside === null);
}

/** Nothing but words that join stands between the words that speak for it. */
function standTogether(best: Evidence, slots: readonly Slot[], all: readonly Token[]): boolean {
  const own = new Set(best.slots.flatMap((at) => (slots[at]?.telling ? slots[at].token : [])));
  const [first, last] = [Math.min(...own), Math.max(...own)];
  return all.slice(first, last).every((token, at) => token.stop || own.has(first + at));
}

/** "asse 2" and "PI 9.iv" name their thing in any company. */
function hasNotation(best: Evidence, slots: readonly Slot[]): boolean {
  return best.slots.some((at) => isNotation(slots[at]?.term ?? ''));
}

/** A short word that nobody says otherwise, such as an acronym. */
function isCode(best: Evidence, slots: readonly Slot[]): boolean {
  return best.slots.some((at) => {
    const slot = slots[at];
    return slot !== undefined && slot.telling > 0.95 && slot.term.length < 6;
  });
}

function rivalsOf(ranked: readonly Evidence[], best: Evidence): readonly Evidence[] {
  const least = best.score * (best.sure > 0.9 ? 0.9 : 0.8);
  const close = ranked.filter((other) => other.score > least || saysAsMuch(other, best));
  if (!best.exact) return close;
  const short = best.words === 2 && isWholeQuestion(best);
  return close.filter((other) => other === best || other.exact || (short && saysAsMuch(other, best)));
}

/** The words of a short name all stand in one longer name too: which of the two is meant cannot be told. */
function saysAsMuch(other: Evidence, best: Evidence): boolean {
  return other.gained > 0.97 * best.gained && other.alone > 0.95 && other.score > best.score * 0.8;
}

type Stranger = { readonly rare: boolean; readonly beside: 'joined' | 'linked' | null };

/** Words that say something else: a rare one right beside a matched one makes another thing of it ("rete fognaria"). */
function strangersTo(best: Evidence, slots: readonly Slot[], all: readonly Token[]): readonly Stranger[] {
  const own = new Set(best.slots.map((at) => slots[at]?.token));
  return slots
    .filter(({ token, cost }) => cost > 0 && !own.has(token))
    .map(({ token, cost }) => ({ rare: cost > RARE, beside: besideOf(token, own, all) }));
}

function besideOf(
  token: number,
  own: ReadonlySet<number | undefined>,
  all: readonly Token[],
): Stranger['beside'] {
  if (own.has(token - 1) && all[token]?.joined) return 'joined';
  if (own.has(token + 1) && all[token + 1]?.joined) return 'joined';
  const linked = (own.has(token - 2) && all[token - 1]?.stop) || (own.has(token + 2) && all[token + 1]?.stop);
  return linked ? 'linked' : null;
}
