import { isNotation } from '../index/vocabulary.ts';
import type { Evidence } from '../rank/evidence.ts';
import type { Slot } from '../rank/slots.ts';
import type { Token } from '../text/normalise.ts';
import { isOfAnother, type Stranger, strangersTo } from './strangers.ts';

/** What the evidence for one thing suffices for, without regard to rivals; `to choose from`: only beside rivals. */
type Enough = 'to find' | 'to take' | 'to choose from' | 'to offer' | 'for nothing';

/**
 * How much a part of a name has to say about what is meant. Words of names beside words of other things say up to 0.6
 * where they are everyday ones ("patrimonio", "scolastico"): of 1,978 such texts 207 were asked about at 0.45, 3 are now.
 */
const PART = 0.6;
/** Two of them together are rarely words of another thing ("formazione completata" says 0.58). */
const PARTS = 0.45;
/** A whole name may be an everyday word in a sentence ("anziani" says 0.45), and beside a rare word (0.5) no longer. */
const WHOLE = 0.42;
const WHOLE_BESIDE = 0.5;
const RARE_BESIDE = 0.5;
/** "Servizio fotografico" is 0.66 sure to be "servizi" and "topografico", of a name of which it says 0.1. */
const SURE = 0.75;
const NEARLY_SAID = 0.7;
/** "Lot" in "thanks a lot" may be the beginning of "lotta", and says 0.04; "topo" and "coach" say 0.16 and more. */
const BEGUN = 0.1;
/** Words that say less stand in every sentence. */
const LITTLE = 0.2;

type Text = {
  readonly slots: readonly Slot[];
  readonly all: readonly Token[];
  readonly strangers: readonly Stranger[];
};

export function enough(best: Evidence, slots: readonly Slot[], all: readonly Token[]): Enough {
  const text = { slots, all, strangers: strangersTo(best, slots, all) };
  const ofAnother = isOneWord(best, text) && isOfAnother(text.strangers);
  if (!isPlausible(best, text, ofAnother)) return isTelling(best) && !ofAnother ? 'to offer' : 'for nothing';
  if (isConvincing(best, text)) return best.words < 2 && best.sure < SURE ? 'to take' : 'to find';
  const begun = best.telling > BEGUN && best.slots.some((at) => slots[at]?.begun);
  return best.sure < SURE && best.said < NEARLY_SAID && !begun ? 'to choose from' : 'to take';
}

/** Enough to ask back. */
function isPlausible(best: Evidence, text: Text, ofAnother: boolean): boolean {
  if (isWholeQuestion(best)) return best.sure > 0.4;
  if (hasNotation(best, text)) return true;
  if (ofAnother)
    return isWholeName(best) && isCode(best, text) && !text.strangers.some(({ of, rare }) => of && rare);
  if (isWholeName(best)) {
    const rare = text.strangers.some(({ cost, beside }) => beside !== null && cost > RARE_BESIDE);
    if (best.telling > (rare ? WHOLE_BESIDE : WHOLE)) return true;
    if (isSeveral(best) && standTogether(best, text)) return true;
  }
  return best.explained > 0.53 && isTelling(best);
}

function isConvincing(best: Evidence, text: Text): boolean {
  if (isWholeQuestion(best))
    return best.sure > 0.6 && (best.said > (best.words > 1 ? 0.7 : 0.85) || best.telling > 0.5);
  if (hasNotation(best, text)) return true;
  const { strangers } = text;
  const besideRare = strangers.some(({ rare, beside }) => rare && beside === 'joined');
  if (best.words > 1 && isWholeName(best)) return best.telling > (standTogether(best, text) ? 0.45 : 0.8);
  if (best.words > 1) return best.telling > 1.2 && best.explained > 0.6 && !besideRare;
  if (!isWholeName(best) || best.telling < 0.7) return false;
  if (isCode(best, text)) return !strangers.some(({ rare, beside }) => rare && beside !== null);
  return best.sure > 0.95 && strangers.every(({ rare, beside }) => !rare && beside === null);
}

const isTelling = (best: Evidence): boolean => best.telling > (best.words > 1 ? PARTS : PART);
const isWholeQuestion = (best: Evidence): boolean => best.unexplained < 0.03;
const isWholeName = (best: Evidence): boolean => best.said > 0.85;
const isSeveral = (best: Evidence): boolean => best.words > 1 || (best.exact && best.slots.length > 1);

/** All that speaks for it, in whichever of its names, is one word, beside such as stand in every sentence. */
function isOneWord(best: Evidence, { slots }: Text): boolean {
  return best.words < 2 && best.slots.filter((at) => (slots[at]?.telling ?? 0) > LITTLE).length < 2;
}

/** Nothing but words that join stands between the words that speak for it. */
function standTogether(best: Evidence, { slots, all }: Text): boolean {
  const own = new Set(best.slots.flatMap((at) => slots[at]?.token ?? []));
  const telling = best.slots.flatMap((at) => (slots[at]?.telling ? slots[at].token : []));
  const [first, last] = [Math.min(...telling), Math.max(...telling)];
  return all.slice(first, last).every((token, at) => token.stop || own.has(first + at));
}

/** "asse 2" and "PI 9.iv" name their thing in any company. */
function hasNotation(best: Evidence, { slots }: Text): boolean {
  return best.slots.some((at) => isNotation(slots[at]?.term ?? ''));
}

/** A short word that nobody says otherwise, such as an acronym. */
function isCode(best: Evidence, { slots }: Text): boolean {
  return best.slots.some((at) => {
    const slot = slots[at];
    return slot !== undefined && slot.telling > 0.95 && slot.term.length < 6;
  });
}
