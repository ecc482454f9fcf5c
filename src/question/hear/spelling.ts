import type { Token } from '../../search/matcher.ts';
import { edits } from '../../search/text/distance.ts';
import { everyday } from '../../search/text/everyday.ts';

const SHORTEST = 5;
const LONG = 9;

/** A mistyped word of a name, corrected; words of names and everyday words stay as they are. */
export function spelled(inNames: ReadonlySet<string>, token: Token): Token {
  const { term, stop } = token;
  if (stop || term.length < SHORTEST || /[\d:]/.test(term) || inNames.has(term) || everyday(term) > 0)
    return token;
  const limit = term.length >= LONG ? 2 : 1;
  const near = [...inNames].filter((other) => other[0] === term[0] && edits(term, other, limit) <= limit);
  const begun = near.length > 0 ? near : [...inNames].filter((other) => other.startsWith(term));
  const [best] = begun.sort((a, b) => edits(term, a, LONG) - edits(term, b, LONG));
  return best === undefined ? token : { ...token, term: best };
}
