import type { Piece } from '../lexicon/pieces.ts';

/** The relation of a date to the figures: "nel 2019", "dal 2019", "prima del 2019". */
export type Relation = 'at' | 'since' | 'before';

const words = (text: string) => new Set(text.split(' '));
const SINCE = words('dal dall dalla dallo da since from dopo after rispetto confronto compared vs versus');
const BEFORE = words('prima before');
/** Words between the relation and the year: "rispetto a fine 2019", "since the end of 2018", "dal 31/12/2019". */
const BETWEEN = words(
  'a al alla il lo l la di del dell della con the of to with end fine anno year close chiusura',
);

/** The relation before a date. "Prima e dopo il 2020" is `at`: it asks what changed in 2020. */
export function relationAt(text: string, pieces: readonly Piece[], date: number): Relation {
  const word = (at: number) => wordAt(text, pieces, at);
  let at = date - 1;
  while (BETWEEN.has(word(at))) at -= 1;
  if (BEFORE.has(word(at))) return 'before';
  const both = [word(at - 1), word(at - 2)].some((each) => BEFORE.has(each));
  return SINCE.has(word(at)) && !both ? 'since' : 'at';
}

function wordAt(text: string, pieces: readonly Piece[], at: number): string {
  const piece = pieces[at];
  return piece ? text.slice(piece.start, piece.end).toLowerCase() : '';
}
