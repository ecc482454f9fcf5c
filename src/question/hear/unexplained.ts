import { everyday } from '../../search/text/everyday.ts';
import { isSlipOfStop } from '../../search/text/stopwords.ts';
import { notationOf, type Piece } from '../lexicon/pieces.ts';

/** A word that nothing in a reading explains, and what leaving it out costs; `understood` where another reading does. */
export type Unexplained = {
  readonly at: number;
  readonly word: string;
  readonly cost: number;
  readonly understood: boolean;
};

/** Measured on questions by several hands: what it costs a reading to leave a word out. */
export const UNKNOWN = 1.6;
const NUMBER = 2.4;
const LEAST_EVERYDAY = 0.05;
const MOST_EVERYDAY = 0.9;
const SLIP = 0.1;
/** From here on a word that was left out is named. */
export const NAMED_FROM = 0.55;

/** Nothing for a word that joins others, little for an everyday one, much for a rare one, a number or an acronym. */
export function costOf(piece: Piece): number {
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

/** A small letter joins ("x", "e"), a capital one calls something. */
function isLetter({ key }: Piece): boolean {
  return /^(?:[a-hj-uwyz]|x)$/.test(key);
}

/** What `everyday` gives to the rarest word of its list. */
const LOWEST_DEGREE = 0.4;
