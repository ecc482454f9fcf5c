import type { Known } from '../known.ts';
import type { Piece } from '../lexicon/pieces.ts';
import { isTalk } from '../lexicon/sense.ts';
import { isSmallTalk, type Mention, type Of } from './mention.ts';
import { likeNamesIn } from './things.ts';
import { costOf } from './unexplained.ts';

/** First in the words that are nothing but a name, then in those as well that could be part of one. */
export function likeNames(
  known: Known,
  text: string,
  pieces: readonly Piece[],
  exact: readonly Mention[],
  ofNames: boolean,
): readonly Of<'thing'>[] {
  const { inNames } = known.lexicon;
  const covered = (keep: (mention: Mention) => boolean) =>
    new Set(exact.filter(keep).flatMap(({ from, to }) => pieces.slice(from, to).map(({ term }) => term)));
  const strict = covered((mention) => mention.is !== 'term' && !isSmallTalk(mention));
  const open = pieces.some((piece) => !strict.has(piece.term) && costOf(piece) > 0);
  const named = exact.some(({ is }) => is === 'thing');
  const found = open ? likeNamesIn(known, text, pieces, strict) : [];
  if (!ofNames && (found.length > 0 || named)) return found;
  const loose = covered((mention) => mention.is !== 'term' && !mayBeNamed(mention, pieces, inNames));
  return [...found, ...likeNamesIn(known, text, pieces, loose, ofNames ? ['initiative'] : undefined)];
}

/** Words of people and results stand in names as well: "Donne al lavoro". */
const MAY_BE_NAMES = /^(?:measure:(?:participants|vulnerable|projects|value|target)|list|status|initiative)/;

function mayBeNamed(mention: Mention, pieces: readonly Piece[], inNames: ReadonlySet<string>): boolean {
  if (mention.is !== 'sense') return false;
  const words = pieces.slice(mention.from, mention.to).filter(({ stop }) => !stop);
  return (
    (MAY_BE_NAMES.test(mention.sense) || isTalk(mention.sense)) && words.some(({ term }) => inNames.has(term))
  );
}
