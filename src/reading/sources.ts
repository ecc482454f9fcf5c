import type { Heard } from '../question/hear/hear.ts';
import { isSense, isSmallTalk, type Mention } from '../question/hear/mention.ts';
import { costOf, NAMED_FROM } from '../question/hear/unexplained.ts';
import type { Span } from '../question/lexicon/pieces.ts';

/**
 * Whether a text asks only where the figures of the answer before it stand: "fonte?", "where does it come from?". A text
 * that names anything else, as "fonte di finanziamento" or "da dove vengono i dati" do, asks something of its own.
 */
export function asksSources({ pieces, mentions, paths }: Heard): boolean {
  const asking = mentions.filter((mention) => isSourceOfFigure(mention) || isIdle(mention));
  if (!asking.some(isSourceOfFigure)) return false;
  const covered = new Set(asking.flatMap(within));
  const isCovered = (span: Span) => within(span).every((at) => covered.has(at));
  if (!paths[0]?.mentions.every(isCovered)) return false;
  const left = pieces.filter((_, at) => !covered.has(at));
  return left.reduce((sum, piece) => sum + costOf(piece), 0) < NAMED_FROM;
}

function isSourceOfFigure(mention: Mention): boolean {
  return isSense(mention, 'source-of-figure');
}

/** Words that go with it: "what is the source?", "scusa, la fonte qual è?" */
function isIdle(mention: Mention): boolean {
  return isSmallTalk(mention) || isSense(mention, 'what', 'where', 'also', 'confirm');
}

function within({ from, to }: Span): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
