import { match } from '../../search/matcher.ts';
import { everyday } from '../../search/text/everyday.ts';
import { languageOf } from '../../search/text/stopwords.ts';
import type { Known } from '../known.ts';
import { exactNamesIn } from '../lexicon/exactNames.ts';
import type { Piece, Span } from '../lexicon/pieces.ts';
import type { Of } from './mention.ts';
import { spelled } from './spelling.ts';

/** A name that is only like the one that was said. */
const LIKE = 0.35;

/** Several things are like what was said. */
const UNSURE = 0.6;

/** A whole name of one everyday word may as well be that word: "lavoro", "scuola". */
const EVERYDAY_NAME = 0.15;

/** More everyday than this a word alone names nothing. */
const EVERYDAY = 0.85;

const MISSPELT = 0.25;

const MOST_NAMES = 3;

/** A single word that more names than this hold names none of them: "percorsi". */
const MOST_SHARED = 3;

/** Whole names, and words of names with a slip in them. */
export function namesIn({ dataset, lexicon }: Known, pieces: readonly Piece[]): readonly Of<'thing'>[] {
  const exact = exactNamesIn(lexicon.names, pieces).filter(
    (name) => !isPronoun(name, pieces) && !isCry(name, pieces),
  );
  const free = pieces.map((piece) => spelled(lexicon.inNames, piece));
  const slipped = free.some((piece, at) => piece !== pieces[at]);
  const near = slipped ? exactNamesIn(lexicon.names, free).filter((each) => !isAmong(exact, each)) : [];
  const mention = (misspelt: number) => (name: (typeof exact)[number]) => {
    const subjects = name.ids.flatMap((id) => dataset.subjects.get(id) ?? []);
    const single = name.words === 1 ? everyday(pieces[name.from]?.term ?? '') * EVERYDAY_NAME : 0;
    const { from, to } = name;
    return { is: 'thing' as const, subjects, how: 'name' as const, from, to, cost: single + misspelt };
  };
  return [...exact.map(mention(0)), ...near.map(mention(MISSPELT))];
}

/** "Its budget": a pronoun, where a school of that name is written ITS or with a year. */
function isPronoun({ from, to }: Span, pieces: readonly Piece[]): boolean {
  const piece = pieces[from];
  return (
    to - from === 1 && piece?.written === 'its' && languageOf(pieces.map(({ key }) => key)) === 'english'
  );
}

/** "Uè, quanto…" calls nobody's EU: an acronym has no accent. */
function isCry({ from, to }: Span, pieces: readonly Piece[]): boolean {
  const written = pieces[from]?.written ?? '';
  return to - from === 1 && written.length <= LONGEST_CRY && /[^\p{ASCII}]/u.test(written);
}
const LONGEST_CRY = 3;

type Exact = ReturnType<typeof exactNamesIn>[number];

function isAmong(all: readonly Exact[], { from, to, ids }: Exact): boolean {
  return all.some((each) => each.from === from && each.to === to && each.ids.join() === ids.join());
}

/** Terms of the glossary by their whole names. */
export function termsIn({ lexicon }: Known, pieces: readonly Piece[], cost: number): readonly Of<'term'>[] {
  // "3" alone is no "N+3".
  const named = exactNamesIn(lexicon.terms, pieces).filter(({ from, to }) =>
    pieces.slice(from, to).some(({ term }) => /\p{L}/u.test(term)),
  );
  return named.flatMap(({ ids, from, to }) => ids.map((id) => ({ is: 'term' as const, id, from, to, cost })));
}

/**
 * Names that are like the words that nothing else explains, one after the other: what found one is known when the
 * next is looked for. `known` are terms that somebody else has understood.
 */
export function likeNamesIn(
  { dataset, names, lexicon: { inNames } }: Known,
  text: string,
  pieces: readonly Piece[],
  known: ReadonlySet<string>,
  kinds?: readonly string[],
): readonly Of<'thing'>[] {
  const understood = new Set(known);
  const found: Of<'thing'>[] = [];
  for (let round = 0; round < MOST_NAMES; round++) {
    const { outcome, best, rivals, used, assumed } = match(
      names,
      text,
      kinds ? { known: understood, kinds } : { known: understood },
    );
    if (outcome === 'none' || used.every((at) => isNoName(pieces[at]))) break;
    if (!kinds && used.every((at) => isOtherWord(pieces[at], inNames))) break;
    if (!best && used.length === 1 && rivals.length > MOST_SHARED) break;
    const subjects = (best ? [best] : rivals).flatMap(({ id }) => dataset.subjects.get(id) ?? []);
    const [from, to] = [Math.min(...used), Math.max(...used) + 1];
    const between = pieces.slice(from, to).filter(({ stop }, at) => !stop && !used.includes(from + at));
    const cost = (best && !assumed ? LIKE : UNSURE) + between.length;
    found.push({ is: 'thing', subjects, how: 'like', from, to, cost });
    for (const at of used) understood.add(pieces[at]?.term ?? '');
    if (!best) break;
  }
  return found;
}

/** An everyday word that no name has is itself, however like a name's it is: "pubblicato". */
function isOtherWord(piece: Piece | undefined, inNames: ReadonlySet<string>): boolean {
  const { term = '' } = piece ?? {};
  return everyday(term) > 0 && !inNames.has(term);
}

/** A year or a numeral alone names nothing, nor does an everyday word that a name happens to hold. */
function isNoName(piece: Piece | undefined): boolean {
  const { term = '' } = piece ?? {};
  return /^[\d/]+$/.test(term) || everyday(term) > EVERYDAY;
}
