import { grouped } from '../../model/grouped.ts';
import type { Piece } from '../lexicon/pieces.ts';
import { isTalk } from '../lexicon/sense.ts';
import { goesOn, isPartOf, leftOut, skipping } from './leftOut.ts';
import type { Mention } from './mention.ts';
import type { Unexplained } from './unexplained.ts';

/** One way to read a question: mentions that do not overlap, from left to right, and the words outside them. */
export type Path = {
  readonly mentions: readonly Mention[];
  readonly unexplained: readonly Unexplained[];
  readonly cost: number;
};

/** Partial paths kept at each word. */
const KEPT = 10;

const MOST_PATHS = 6;

/** Of 2,000 real questions none mentions more than 11 things: a text that does is judged by its cheapest paths alone. */
const MANY_MENTIONS = 20;
const PATHS_OF_MANY = 2;

/** Each mention costs a little, so that one long phrase wins over two short ones. */
const EACH = 0.15;

type Node = {
  readonly cost: number;
  readonly mention: Mention | null;
  readonly word: Unexplained | null;
  readonly before: Node | null;
};

const START: Node = { cost: 0, mention: null, word: null, before: null };

/** The cheapest paths through a question, best first; paths that differ only in small talk count as one. */
export function pathsThrough(
  pieces: readonly Piece[],
  mentions: readonly Mention[],
  isOperator: (mention: Mention) => boolean,
): readonly Path[] {
  const from = grouped(mentions, ({ from: at }) => at);
  const tellingAt = grouped(mentions, (mention) => firstTelling(mention, pieces));
  const best: Node[][] = Array.from({ length: pieces.length + 1 }, () => []);
  best[0] = [START];
  for (const [at, piece] of pieces.entries()) {
    const here = kept(best[at] ?? []);
    const own = from.get(at) ?? [];
    const skipped = skipping([...own, ...(tellingAt.get(at) ?? [])], piece, isOperator);
    const before = tellingAt.get(at - 1) ?? [];
    const plain = leftOut(pieces, at, piece, skipped, before, false);
    const torn = leftOut(pieces, at, piece, skipped, before, true);
    const names = mentions.filter((mention) => goesOn(mention, at));
    for (const node of here) {
      const left = names.some((name) => isPartOf(node.mention, name, at)) ? torn : plain;
      best[at + 1]?.push({
        cost: node.cost + left.cost,
        mention: null,
        word: left.cost > 0 ? left : null,
        before: node,
      });
      for (const mention of own)
        best[mention.to]?.push({ cost: node.cost + mention.cost + EACH, mention, word: null, before: node });
    }
  }
  const ways = kept(best[pieces.length] ?? [], KEPT * 2).map(pathOf);
  const isLong = (ways[0]?.mentions.length ?? 0) > MANY_MENTIONS;
  return distinct(ways).slice(0, isLong ? PATHS_OF_MANY : MOST_PATHS);
}

/** The first content word of a mention: in "hanno un lavoro" it is not "hanno". */
function firstTelling({ from, to }: Mention, pieces: readonly Piece[]): number {
  const telling = pieces.slice(from, to).findIndex(({ stop }) => !stop);
  return telling < 0 ? from : from + telling;
}

function kept(nodes: Node[], most = KEPT): readonly Node[] {
  return nodes.sort((a, b) => a.cost - b.cost).slice(0, most);
}

function pathOf(end: Node): Path {
  const mentions: Mention[] = [];
  const unexplained: Unexplained[] = [];
  for (let node: Node | null = end; node; node = node.before) {
    if (node.mention) mentions.push(node.mention);
    if (node.word) unexplained.push(node.word);
  }
  return { mentions: mentions.reverse(), unexplained: unexplained.reverse(), cost: end.cost };
}

function distinct(paths: readonly Path[]): readonly Path[] {
  const signs = paths.map((path) => path.mentions.map(signOf).join());
  return paths.filter((_, at) => signs.indexOf(signs[at] ?? '') === at);
}

function signOf(mention: Mention): string {
  switch (mention.is) {
    case 'sense':
      return isTalk(mention.sense) ? 'talk' : mention.sense;
    case 'thing':
      return `${mention.from}:${mention.subjects.map(({ id }) => id).join('+')}`;
    case 'term':
      return `term:${mention.id}`;
    default:
      return `${mention.is}:${mention.from}`;
  }
}
