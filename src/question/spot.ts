import { edits } from '../search/distance.ts';
import { everyday } from '../search/everyday.ts';
import type { Token } from '../search/matcher.ts';
import type { Concept } from './concepts.ts';
import type { Lexicon, Phrase, PhraseWord } from './lexicon.ts';

/** A phrase of the lexicon in a question: the tokens from `from` up to, not including, `to`. */
export type Spot = { readonly concept: Concept; readonly from: number; readonly to: number };

/** So many joining words may stand inside a phrase: "tasso di impegno" is "tasso impegno". */
const SKIPPED = 2;
const SHORTEST_TYPO = 4;
const SHORTEST_MISTYPED = 5;
const LONG_WORD = 9;

/** The longest phrases from left to right; a word that none knows is taken for the nearest one with a typo. */
export function spot(lexicon: Lexicon, tokens: readonly Token[]): readonly Spot[] {
  const spots: Spot[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = longestAt(lexicon, tokens, at) ?? mistypedAt(lexicon, tokens, at);
    if (found) spots.push(found);
    at = found?.to ?? at + 1;
  }
  return spots;
}

function longestAt(lexicon: Lexicon, tokens: readonly Token[], at: number): Spot | null {
  const term = tokens[at]?.term ?? '';
  const candidates = [
    ...(lexicon.byFirst.get(term) ?? []),
    ...lexicon.byStem.filter(({ words }) => term.startsWith(words[0]?.term ?? term)),
  ];
  let best: (Spot & { readonly words: number }) | null = null;
  for (const { concept, words } of candidates) {
    const to = endOf(words, tokens, at);
    if (to === null) continue;
    const tighter = words.length === best?.words && to < best.to;
    if (words.length > (best?.words ?? 0) || tighter) best = { concept, from: at, to, words: words.length };
  }
  return best && { concept: best.concept, from: best.from, to: best.to };
}

function endOf(words: readonly PhraseWord[], tokens: readonly Token[], from: number): number | null {
  let at = from;
  for (const [index, word] of words.entries()) {
    let skipped = 0;
    while (index > 0 && skipped < SKIPPED && tokens[at]?.stop && !fits(word, tokens[at])) {
      at += 1;
      skipped += 1;
    }
    if (!fits(word, tokens[at]) && !(index > 0 && isTypoOf(tokens[at], word))) return null;
    at += 1;
  }
  return at;
}

/** Within a phrase that has begun, a word may be mistyped: "altri svantagiati". */
function isTypoOf(token: Token | undefined, word: PhraseWord): boolean {
  return (
    token !== undefined &&
    !token.stop &&
    !/[\d:]/.test(token.term) &&
    mistyped(token.term, word) &&
    everyday(token.term) === 0
  );
}

function fits({ term, stem }: PhraseWord, token: Token | undefined): boolean {
  return token !== undefined && (stem ? token.term.startsWith(term) : token.term === term);
}

/** Only words that are neither everyday nor in a name, and only for phrases of one word. */
function mistypedAt(lexicon: Lexicon, tokens: readonly Token[], at: number): Spot | null {
  const { term = '', stop = true } = tokens[at] ?? {};
  if (stop || term.length < SHORTEST_TYPO || /[\d:]/.test(term)) return null;
  if (lexicon.inNames.has(term) || everyday(term) > 0) return null;
  const phrases = [...lexicon.byStem, ...firstLetterPhrases(lexicon, term)];
  const [near] = phrases
    .filter(({ concept, words }) => isMeasureLike(concept) && words.length === 1 && mistyped(term, words[0]))
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  return near ? { concept: near.concept, from: at, to: at + 1 } : null;
}

/** Of several words that a typo may stand for, the longest says most of it: "riprogrammazzione" is no "riprogrammat-". */
function lengthOf({ words: [word] }: Phrase): number {
  return word?.term.length ?? 0;
}

function firstLetterPhrases(lexicon: Lexicon, term: string): readonly Phrase[] {
  return [...lexicon.byFirst].filter(([first]) => first[0] === term[0]).flatMap(([, phrases]) => phrases);
}

function isMeasureLike(concept: Concept): boolean {
  return !concept.startsWith('absent:') && concept !== 'filler' && concept !== 'programme';
}

function mistyped(term: string, word: PhraseWord | undefined): boolean {
  if (!word || word.term.length < SHORTEST_MISTYPED || word.term[0] !== term[0]) return false;
  const limit = word.term.length >= LONG_WORD ? 2 : 1;
  if (!word.stem) return edits(term, word.term, limit) <= limit;
  const lengths = [-1, 0, 1].map((more) => word.term.length + more);
  return lengths.some((length) => edits(term.slice(0, length), word.term, 1) <= 1);
}
