import type { Evidence } from '../rank/evidence.ts';
import type { Slot } from '../rank/slots.ts';
import type { Token } from '../text/normalise.ts';
import { enough } from './enough.ts';

export type Outcome = 'found' | 'choose' | 'none';
export type Verdict = {
  readonly outcome: Outcome;
  readonly rivals: readonly Evidence[];
  /** Found for lack of rivals, not for strong evidence. */
  readonly assumed: boolean;
};

const RIVALS = 5;
/** What is offered leads what is not by as much: "lombardia" in a sentence stands in six names, and offers none. */
const LEAD = 1.2;
/** A whole name is as likely as a part of another at this share of its score. */
const NEAR = 0.7;
const TIED = 0.999;
const NONE: Verdict = { outcome: 'none', rivals: [], assumed: false };

/** Decides by exact match first, then by the lead over the runner-up and the evidence: never by score alone. */
export function judge(ranked: readonly Evidence[], slots: readonly Slot[], all: readonly Token[]): Verdict {
  const best = ranked[0];
  if (best === undefined) return NONE;
  const rivals = rivalsOf(ranked, best);
  switch (enough(best, slots, all)) {
    case 'to find':
      return rivals.length === 1 ? found(best, false) : choose(rivals, best);
    case 'to take':
      return rivals.length === 1 ? taken(best, ranked) : choose(rivals, best);
    case 'to choose from':
      return rivals.length === 1 ? NONE : choose(rivals, best);
    case 'to offer':
      return offered(best, ranked, rivals.length);
    default:
      return NONE;
  }
}

const found = (best: Evidence, assumed: boolean): Verdict => ({ outcome: 'found', rivals: [best], assumed });

function choose(rivals: readonly Evidence[], best: Evidence): Verdict {
  const ties = rivals.filter(({ score }) => score > best.score * TIED).length;
  return { outcome: 'choose', rivals: rivals.slice(0, Math.max(RIVALS, ties)), assumed: false };
}

/** A single candidate is assumed, unless another name matches as well. */
function taken(best: Evidence, ranked: readonly Evidence[]): Verdict {
  const others = ranked.filter((other) => isNamedBeside(other, best) || isSaidWhole(other, best));
  return others.length === 0 ? found(best, true) : choose([best, ...others], best);
}

/** "UE, Stato, Regione": a whole name in words that say nothing of the best. */
function isNamedBeside(other: Evidence, best: Evidence): boolean {
  return other.exact && other.words > 0 && other.slots.every((at) => !best.slots.includes(at));
}

/** "Cerca le cifre per l'asse occupazione": a whole name of several words against stray words of a longer one. */
function isSaidWhole(other: Evidence, best: Evidence): boolean {
  return other.exact && !best.exact && other.slots.length > 1 && other.score > NEAR * best.score;
}

/** The first five, where a few of them lead the others. */
function offered(best: Evidence, ranked: readonly Evidence[], close: number): Verdict {
  const follows = ranked[close];
  if (close > RIVALS || (follows && best.score < follows.score * LEAD)) return NONE;
  return ranked.length === 1 ? found(best, true) : choose(ranked.slice(0, RIVALS), best);
}

function rivalsOf(ranked: readonly Evidence[], best: Evidence): readonly Evidence[] {
  const least = best.score * (best.sure > 0.9 ? 0.9 : 0.8);
  const close = ranked.filter((other) => other.score > least || saysAsMuch(other, best));
  if (!best.exact) return close;
  const short = best.words === 2 && best.unexplained < 0.03;
  return close.filter((other) => other === best || other.exact || (short && saysAsMuch(other, best)));
}

/** A longer name contains all words of a short one, so the text is ambiguous. */
function saysAsMuch(other: Evidence, best: Evidence): boolean {
  return other.gained > 0.97 * best.gained && other.alone > 0.95 && other.score > best.score * 0.8;
}
