import type { Known } from '../known.ts';
import type { Piece } from '../lexicon/pieces.ts';
import { isTalk } from '../lexicon/sense.ts';
import { isSmallTalk, type Mention, type Of } from './mention.ts';
import { likeNamesIn } from './things.ts';
import { costOf } from './unexplained.ts';

/** Names similar to the unexplained words; then also to words that have a sense and stand in names. */
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

/** Words for people and results also stand in names: "Donne al lavoro". */
const MAY_BE_NAMES = /^(?:measure:(?:participants|vulnerable|projects|value|target)|list|status|initiative)/;

function mayBeNamed(mention: Mention, pieces: readonly Piece[], inNames: ReadonlySet<string>): boolean {
  if (mention.is !== 'sense') return false;
  const words = pieces.slice(mention.from, mention.to).filter(({ stop }) => !stop);
  return (
    (MAY_BE_NAMES.test(mention.sense) || isTalk(mention.sense)) && words.some(({ term }) => inNames.has(term))
  );
}
