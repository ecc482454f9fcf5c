import { match } from '../../search/matcher.ts';
import { everyday } from '../../search/text/everyday.ts';
import { languageOf } from '../../search/text/stopwords.ts';
import type { Known } from '../known.ts';
import { exactNamesIn } from '../lexicon/exactNames.ts';
import type { Piece, Span } from '../lexicon/pieces.ts';
import type { Of } from './mention.ts';
import { spelled } from './spelling.ts';

/** The cost of a similar name. */
const LIKE = 0.35;

/** The cost of several similar names. */
const UNSURE = 0.6;

/** The cost of a whole name that is one everyday word: "lavoro", "scuola". */
const EVERYDAY_NAME = 0.15;

/** A word more everyday than this never names a thing alone. */
const EVERYDAY = 0.85;

const MISSPELT = 0.25;

const MOST_NAMES = 3;

/** A single word in more names than this names none of them: "percorsi". */
const MOST_SHARED = 3;

/** Whole names, exact or with typos. */
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

/** The pronoun in "its budget"; the school of that name is written ITS or with a year. */
function isPronoun({ from, to }: Span, pieces: readonly Piece[]): boolean {
  const piece = pieces[from];
  return (
    to - from === 1 && piece?.written === 'its' && languageOf(pieces.map(({ key }) => key)) === 'english'
  );
}

/** The interjection in "uè, quanto…" is not the EU: an acronym has no accent. */
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
  // "3" alone is not "N+3".
  const named = exactNamesIn(lexicon.terms, pieces).filter(({ from, to }) =>
    pieces.slice(from, to).some(({ term }) => /\p{L}/u.test(term)),
  );
  return named.flatMap(({ ids, from, to }) => ids.map((id) => ({ is: 'term' as const, id, from, to, cost })));
}

/**
 * Names similar to the words outside `known`, one after the other: the words of one name are known in the search for
 * the next. `known` are terms that other mentions explain.
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

/** An everyday word outside all names is never a typo of one, however similar: "pubblicato". */
function isOtherWord(piece: Piece | undefined, inNames: ReadonlySet<string>): boolean {
  const { term = '' } = piece ?? {};
  return everyday(term) > 0 && !inNames.has(term);
}

/** A year, a numeral or an everyday word alone names nothing. */
function isNoName(piece: Piece | undefined): boolean {
  const { term = '' } = piece ?? {};
  return /^[\d/]+$/.test(term) || everyday(term) > EVERYDAY;
}
