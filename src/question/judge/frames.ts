import type { Heard } from '../hear/hear.ts';
import type { Mention } from '../hear/mention.ts';
import type { Path } from '../hear/paths.ts';
import type { Span } from '../lexicon/pieces.ts';
import { isTalk } from '../lexicon/sense.ts';
import { clausesOf } from './clauses.ts';

/** A path without the clauses that tell who asks, when or what for, and what those clauses name or measure. */
export type Framed = { readonly path: Path; readonly aside: readonly string[] };

/** "Ho una riunione l'8 marzo: quante donne?": what is asked, without what is told around it; null where nothing is. */
export function withoutFrames(heard: Heard, path: Path): Framed | null {
  const clauses = partedByWishes(heard);
  const told = clauses.filter((clause) => isTold(heard, path, clause));
  if (told.length === 0 || told.length === clauses.length) return null;
  const isIn = (at: number) => told.some(({ from, to }) => at >= from && at < to);
  const [around, mentions] = [true, false].map((side) =>
    path.mentions.filter(({ from }) => isIn(from) === side),
  );
  if (!around || !mentions || !holdsAll(around, mentions)) return null;
  return {
    path: { ...path, mentions, unexplained: path.unexplained.filter(({ at }) => !isIn(at)) },
    aside: around.filter(isNamed).map((mention) => wordsOf(heard, mention)),
  };
}

/** Clauses end at marks, and where the asking begins: "per domani mi serve sapere | quanto ha certificato l'asse II". */
function partedByWishes({ pieces, text, frames }: Heard): readonly Span[] {
  const wishes = new Set(frames.filter(({ sense }) => sense === 'wish').map(({ to }) => to));
  return clausesOf(pieces, text).flatMap(({ from, to }) => {
    const starts = [from, ...[...wishes].filter((at) => at > from && at < to).sort((a, b) => a - b)];
    return starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? to }));
  });
}

/** Told, not asked: it has the words of a frame, or ends in a wish and names nothing; and no word that asks. */
function isTold({ frames }: Heard, { mentions }: Path, { from, to }: Span): boolean {
  const own = mentions.filter((mention) => mention.from >= from && mention.from < to);
  if (own.some(isQuestion)) return false;
  const within = frames.filter((frame) => frame.from >= from && frame.from < to);
  return (
    within.some(({ sense }) => sense === 'frame') ||
    (within.some((wish) => wish.to === to) && !own.some(isNamed)) ||
    (own.length > 0 && own.every((mention) => mention.is === 'sense' && isTalk(mention.sense)))
  );
}

function isQuestion(mention: Mention): boolean {
  return mention.is === 'sense' && (mention.sense === 'how-much' || mention.sense === 'what');
}

/** What is told may be left out only beside a question that names and measures as much itself. */
function holdsAll(around: readonly Mention[], asked: readonly Mention[]): boolean {
  return [isThing, isMeasure].every((kind) => !around.some(kind) || asked.some(kind));
}

function isNamed(mention: Mention): boolean {
  return isThing(mention) || isMeasure(mention) || (mention.is === 'amount' && mention.amount.unit !== null);
}

function isThing(mention: Mention): boolean {
  return mention.is === 'thing' && mention.how !== 'like';
}

function isMeasure(mention: Mention): boolean {
  return mention.is === 'sense' && mention.sense.startsWith('measure:');
}

function wordsOf({ text, pieces }: Heard, { from, to }: Mention): string {
  return text.slice(pieces[from]?.start, pieces[to - 1]?.end);
}
