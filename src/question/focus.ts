import { type Token, tokens } from '../search/matcher.ts';
import { exactNamesIn } from './exactNames.ts';
import type { Lexicon } from './lexicon.ts';
import { positions } from './said.ts';
import { type Spot, spot } from './spot.ts';

/** What of a text is the question: the rest is blanked, so that offsets hold. `aside` are the blanked pieces. */
export type Focus = { readonly text: string; readonly aside: readonly string[] };

/** Leaves out what a person says not to mean ("non per asse") and sentences that only lead up to the question. */
export function focus(lexicon: Lexicon, text: string): Focus {
  const without = blanked(text, negations(lexicon, text));
  const talk = talkIn(lexicon, without);
  return { text: blanked(without, talk), aside: talk.map(({ start, end }) => text.slice(start, end).trim()) };
}

type Span = { readonly start: number; readonly end: number };

/** A text with blanks for some of its pieces, begun by a `mark`: offsets hold. */
export function blanked(text: string, spans: readonly Span[], mark = ';'): string {
  return spans.reduce(
    (left, { start, end }) => `${left.slice(0, start)}${mark.padEnd(end - start)}${left.slice(end)}`,
    text,
  );
}

const NOT = /^(?:non|not)$/;
/** "Non ha certificato", "not been paid": a verb, and so a question of its own. */
const VERBS = new Set(
  'e ha hanno ho abbiamo sono siamo era erano sia stato stata stati state si been be is are was were have has had do does did yet ancora sure so'.split(
    ' ',
  ),
);
const MOST_NEGATED = 5;

function negations(lexicon: Lexicon, text: string): readonly Span[] {
  const said = tokens(text);
  const meant = new Set(spot(lexicon, said).flatMap(positions));
  return said.flatMap(({ term, start }, at) => {
    const next = said[at + 1];
    if (!NOT.test(term) || meant.has(at) || !next || VERBS.has(next.term)) return [];
    const rest = said.slice(at + 1, at + 1 + MOST_NEGATED);
    const stop = rest.findIndex(({ joined }, index) => index > 0 && !joined);
    const last = (stop < 0 ? rest : rest.slice(0, stop)).at(-1);
    return last ? [{ start, end: last.end }] : [];
  });
}

const SENTENCE = /[^:;?!\n]+/g;
/** A shorter sentence may be the name that the question is about: "Vulnerabili: che percentuale?" */
const FEWEST_WORDS = 4;

/** Sentences that ask nothing, beside one that asks and says of what. */
function talkIn(lexicon: Lexicon, text: string): readonly Span[] {
  const sentences = [...text.matchAll(SENTENCE)].map(({ 0: piece, index }) => {
    const said = tokens(piece);
    return { start: index, end: index + piece.length, said, spots: spot(lexicon, said) };
  });
  const [asking, ...others] = sentences.filter(({ spots }) => spots.some(asks));
  if (!asking || others.length > 0 || !isWhole(lexicon, asking.said, asking.spots)) return [];
  return sentences.filter(({ said, spots }) => !spots.some(asks) && isTalk(said));
}

function asks({ concept }: Spot): boolean {
  return /^(?:measure:|spent$|rate$|share$|remaining$|command:glossary$)/.test(concept);
}

function isWhole(lexicon: Lexicon, said: readonly Token[], spots: readonly Spot[]): boolean {
  const notation = said.some(({ term }) => /^(?:axis|pi):/.test(term));
  const named = exactNamesIn(lexicon.names, said, () => true).length > 0;
  return notation || named || spots.some(({ concept }) => concept === 'programme');
}

function isTalk(said: readonly Token[]): boolean {
  const content = said.filter(({ stop }) => !stop);
  return content.length >= FEWEST_WORDS && !content.some(({ term }) => /^(?:axis|pi):|\d/.test(term));
}
