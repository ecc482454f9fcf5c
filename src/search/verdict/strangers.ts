import { hasDigit } from '../index/vocabulary.ts';
import type { Evidence } from '../rank/evidence.ts';
import type { Slot } from '../rank/slots.ts';
import type { Token } from '../text/normalise.ts';

/** What leaving a rare word unexplained costs at least. */
const RARE = 0.35;
/** A complement need not be rare to make another thing of a word: "coaching di cucina"; "vale", "entro", "per" are below it. */
const COMPLEMENT = 0.22;
/** After "di" or "of" nearly every word is one: "archivi di polizia" (0.13). */
const GENITIVE = 0.1;
const OF = /^(?:di|d|of)$/;
/** A word in front is more often the verb of the sentence ("mentioned", 0.37) than part of another thing's name. */
const IN_FRONT = 0.45;

/** A word that says something else, and where it stands: right beside a matched one, or with one joining word between. */
export type Stranger = {
  readonly cost: number;
  readonly rare: boolean;
  readonly number: boolean;
  readonly beside: 'joined' | 'linked' | null;
  /** Linked by "di" or "of". */
  readonly of: boolean;
  /** Behind the matched word rather than in front of it. */
  readonly behind: boolean;
};

export function strangersTo(
  best: Evidence,
  slots: readonly Slot[],
  all: readonly Token[],
): readonly Stranger[] {
  const own = new Set(best.slots.map((at) => slots[at]?.token));
  return slots
    .filter(({ token, cost }) => cost > 0 && !own.has(token))
    .map(({ term, token, cost }) => ({
      cost,
      number: hasDigit(term),
      rare: cost > RARE,
      ...placeOf(token, own, all),
    }));
}

function placeOf(
  token: number,
  own: ReadonlySet<number | undefined>,
  all: readonly Token[],
): Pick<Stranger, 'beside' | 'behind' | 'of'> {
  if (own.has(token - 1) && all[token]?.joined) return { beside: 'joined', behind: true, of: false };
  if (own.has(token + 1) && all[token + 1]?.joined) return { beside: 'joined', behind: false, of: false };
  if (own.has(token - 2) && all[token - 1]?.stop)
    return { beside: 'linked', behind: true, of: OF.test(all[token - 1]?.term ?? '') };
  if (own.has(token + 2) && all[token + 1]?.stop) return { beside: 'linked', behind: false, of: false };
  return { beside: null, behind: false, of: false };
}

/** "Rete fognaria", "qualità dell'aria", "vaccini covid": beside it a word of a name is a word of another thing's name. */
export function isOfAnother(strangers: readonly Stranger[]): boolean {
  return strangers.some(({ cost, number, beside, behind, of }) => {
    if (number) return false;
    if (of) return cost > GENITIVE;
    return behind ? beside !== null && cost > COMPLEMENT : beside === 'joined' && cost > IN_FRONT;
  });
}
