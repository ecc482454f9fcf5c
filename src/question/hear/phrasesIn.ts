import { languageOf } from '../../search/text/stopwords.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { PhraseWord } from '../lexicon/phrase.ts';
import { phrasesUnder, STEM_LETTERS } from '../lexicon/phraseTable.ts';
import type { Piece } from '../lexicon/pieces.ts';
import type { Of } from './mention.ts';
import { isTypo, mistypedAt, slipsIn } from './mistyped.ts';
import { fits, mention, TYPO } from './spoken.ts';

/** Stop words that may stand inside a phrase: "tasso di impegno" is "tasso impegno". */
const SKIPPED = 2;

/** Every phrase of the lexicon, at every place of a question; the paths choose among them. */
export function phrasesIn(lexicon: Lexicon, pieces: readonly Piece[]): readonly Of<'sense'>[] {
  const language = languageOf(pieces.map(({ key }) => key));
  return pieces.flatMap((piece, at) => {
    const exact = phrasesAt(lexicon, pieces, at);
    return exact.length > 0 || piece.stop ? exact : mistypedAt(lexicon, piece, at, language);
  });
}

function phrasesAt(lexicon: Lexicon, pieces: readonly Piece[], at: number): readonly Of<'sense'>[] {
  const key = pieces[at]?.key ?? '';
  const stems = phrasesUnder(lexicon.byStem, key.slice(0, STEM_LETTERS));
  const begun = stems.filter(({ words: [first] }) => first !== undefined && fits(first, key));
  const next = nextLetters(pieces, at);
  const found: Of<'sense'>[] = [];
  for (const phrase of [...phrasesUnder(lexicon.byFirst, key), ...begun]) {
    const [, second] = phrase.words;
    if (second && !next.includes(second.key.charAt(0))) continue;
    const end = endOf(phrase.words, pieces, at);
    if (end) found.push(mention(phrase, at, end.to, end.slips * TYPO));
  }
  return once(found);
}

/** The letters that the second word of a phrase may begin with: of hundreds with one first word few have one of these. */
function nextLetters(pieces: readonly Piece[], at: number): string {
  return pieces
    .slice(at + 1, at + 2 + SKIPPED)
    .map(({ key }) => key.charAt(0))
    .join('');
}

function once(found: readonly Of<'sense'>[]): readonly Of<'sense'>[] {
  const kept = new Map<string, Of<'sense'>>();
  for (const each of found) {
    const id = `${each.sense}-${each.to}`;
    if ((kept.get(id)?.cost ?? Number.POSITIVE_INFINITY) > each.cost) kept.set(id, each);
  }
  return [...kept.values()];
}

type End = { readonly to: number; readonly slips: number };

function endOf(words: readonly PhraseWord[], pieces: readonly Piece[], from: number): End | null {
  let at = from;
  let slips = 0;
  for (const word of words) {
    for (let skipped = 0; at > from && skipped < SKIPPED && isSkipped(word, pieces[at]); skipped++) at += 1;
    const piece = pieces[at];
    if (!piece) return null;
    if (!fits(word, piece.key)) {
      // The other way round every word after the first would be looked up among the everyday words.
      if (at === from || slipsIn(piece.key, word) === null || !isTypo(piece)) return null;
      slips += 1;
    }
    at += 1;
  }
  return { to: at, slips };
}

function isSkipped(word: PhraseWord, piece: Piece | undefined): boolean {
  return piece !== undefined && JOINING.has(piece.key) && !fits(word, piece.key);
}

/** Stop words that do not change a phrase: "tasso di impegno", "quota dello Stato". */
const JOINING = new Set(
  'di del dello della dei degli delle d il lo la i gli le l un uno una a al allo alla ai agli alle all da dal dalla nel nella nei nelle in per of the a an to in on for s e sono ha hanno ho abbiamo stato stata stati state is are was were has have been'.split(
    ' ',
  ),
);
