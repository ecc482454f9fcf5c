import { everyday } from '../search/everyday.ts';
import type { Token } from '../search/matcher.ts';
import { positions, type Said } from './said.ts';

/** A word that nothing in the question reader understood. */
export type Leftover = {
  readonly word: string;
  readonly at: number;
  readonly names: boolean;
  readonly introduced: boolean;
};

const INTRODUCES = new Set(
  'di del dello della dei degli delle dell d per su sul sullo sulla sui sugli sulle sull nel nello nella nei negli nelle nell al allo alla ai agli alle all dal dalla of for on in about from by'.split(
    ' ',
  ),
);
/** More everyday than this, a word is talk; after "per" or "di" it may still be what the question is about. */
const TALK = 0.8;
const SURELY_TALK = 0.97;

/** The words left over, and whether each may name something: what is left over is never just ignored. */
export function leftovers({ text, tokens, spots }: Said, used: ReadonlySet<number>): readonly Leftover[] {
  const spotted = new Set(spots.flatMap(positions));
  return tokens.flatMap(({ term, start, end, stop }, at) => {
    if (stop || spotted.has(at) || used.has(at)) return [];
    const after = introduced(tokens, at);
    const names = !/^\d+$/.test(term) && everyday(term) < (after ? SURELY_TALK : TALK);
    return [{ word: text.slice(start, end), at, names, introduced: after }];
  });
}

function introduced(tokens: readonly Token[], at: number): boolean {
  return INTRODUCES.has(tokens[at - 1]?.term ?? '');
}
