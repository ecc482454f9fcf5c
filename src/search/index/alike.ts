import { bigrams, listOf, type Vocabulary } from './vocabulary.ts';

/** The most terms that are compared letter by letter: those that share most bigrams with the word. */
const SHORTLIST = 120;
const STEPS = 256;

/** The terms that share most bigrams with the word, best first. */
export function alike(vocabulary: Vocabulary, word: string, limit: number): readonly number[] {
  const { lengths, tally } = vocabulary;
  const grams = bigrams(word);
  const least = Math.max(1, grams.length - 1 - 2 * limit);
  const counted = countShared(vocabulary, grams, { least, limit, length: word.length });
  const shareOf = (id: number) => {
    const shared = tally.counts[id] ?? 0;
    return shared < least ? 0 : (2 * shared) / (grams.length + (lengths[id] ?? 0) + 1);
  };
  const enough = reachedByEnough(counted, shareOf);
  const found: { readonly id: number; readonly share: number }[] = [];
  for (const id of counted) {
    const share = shareOf(id);
    if (share > 0 && share >= enough) found.push({ id, share });
    tally.counts[id] = 0;
  }
  found.sort((a, b) => b.share - a.share || a.id - b.id);
  return found.slice(0, SHORTLIST).map(({ id }) => id);
}

/** A share that enough terms reach, found by counting: there may be thousands of them. */
function reachedByEnough(counted: Uint32Array, shareOf: (id: number) => number): number {
  const steps = new Uint32Array(STEPS + 1);
  for (const id of counted) {
    const step = Math.floor(shareOf(id) * STEPS);
    steps[step] = (steps[step] ?? 0) + 1;
  }
  let reached = 0;
  for (let step = STEPS; step > 0; step--) {
    reached += steps[step] ?? 0;
    if (reached >= SHORTLIST) return step / STEPS;
  }
  return 0;
}

type Likeness = { readonly least: number; readonly limit: number; readonly length: number };

/**
 * Counts the bigrams that terms of nearly this length share with the word, and gives the counted terms. Whatever shares
 * `least` of them is in a list of the rarer ones already: the long lists of the others add no further term.
 */
function countShared(
  { lengths, byBigram, tally: { counts, counted } }: Vocabulary,
  grams: readonly string[],
  { least, limit, length }: Likeness,
): Uint32Array {
  const lists = grams.map((gram) => listOf(byBigram, gram)).sort((a, b) => a.length - b.length);
  let found = 0;
  for (const [at, list] of lists.entries()) {
    const adds = at <= lists.length - least;
    for (const id of list) {
      const count = counts[id] ?? 0;
      if (count > 0) counts[id] = count + 1;
      else if (adds && Math.abs((lengths[id] ?? 0) - length) <= limit) {
        counts[id] = 1;
        counted[found++] = id;
      }
    }
  }
  return counted.subarray(0, found);
}
