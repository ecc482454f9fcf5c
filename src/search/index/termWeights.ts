import { hasDigit, isNotation } from './vocabulary.ts';

/** What ranking asks of a term for every name that holds it, computed once. */
export type TermWeights = {
  /** What a term weighs in a name: the less, the more things hold it. */
  readonly weights: Float64Array;
  /** 1 for numbers and notation. */
  readonly numbers: Uint8Array;
};

const NUMBER_IN_NAME = 0.3;

export const isNumber = (term: string): boolean => hasDigit(term) || isNotation(term);

export function termWeightsOf(terms: readonly string[], counts: Uint32Array): TermWeights {
  const numbers = Uint8Array.from(terms, (term) => (isNumber(term) ? 1 : 0));
  const weights = Float64Array.from(
    numbers,
    (number, id) => (number === 1 ? NUMBER_IN_NAME : 1) / Math.log2(2 + (counts[id] ?? 0)),
  );
  return { weights, numbers };
}
