import { everyday } from '../../search/text/everyday.ts';
import { isSlipOfStop } from '../../search/text/stopwords.ts';
import { notationOf, type Piece } from '../lexicon/pieces.ts';

/** A word that no mention of a path explains, and the cost of leaving it out; `understood` where another path explains it. */
export type Unexplained = {
  readonly at: number;
  readonly word: string;
  readonly cost: number;
  readonly understood: boolean;
};

/** The costs of an unexplained word, calibrated on questions of several authors. */
export const UNKNOWN = 1.6;
const NUMBER = 2.4;
const LEAST_EVERYDAY = 0.05;
const MOST_EVERYDAY = 0.9;
const SLIP = 0.1;
/** From this cost on the card names an unexplained word. */
export const NAMED_FROM = 0.55;

/** By piece: each is asked for several times while a question is read, and compared with every stop word. */
const known = new WeakMap<Piece, number>();

/** 0 for a stop word, little for an everyday word, much for a rare word, a number or an acronym. */
export function costOf(piece: Piece): number {
  const cost = known.get(piece) ?? worked(piece);
  known.set(piece, cost);
  return cost;
}

function worked(piece: Piece): number {
  const { key, term, stop, acronym } = piece;
  if (isLetter(piece)) return /^[B-DF-H]$/.test(piece.written) && piece.start > 0 ? UNKNOWN : 0;
  if (notationOf(piece) || /\d/.test(term)) return NUMBER;
  if (stop) return 0;
  if (isSlipOfStop(key)) return SLIP;
  const ordinary = everyday(key);
  if (acronym && key.length > 1 && ordinary < 1) return NUMBER;
  if (ordinary === 0) return UNKNOWN;
  return LEAST_EVERYDAY + (MOST_EVERYDAY - LEAST_EVERYDAY) * ((1 - ordinary) / (1 - LOWEST_DEGREE));
}

/** A single letter: lower case it joins words ("x", "e"), as a capital it names something. */
function isLetter({ key }: Piece): boolean {
  return /^(?:[a-hj-uwyz]|x)$/.test(key);
}

/** The lowest degree that `everyday` gives a word of its list. */
const LOWEST_DEGREE = 0.4;
