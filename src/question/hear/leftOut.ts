import type { Subject } from '../../model/dataset.ts';
import type { Piece } from '../lexicon/pieces.ts';
import type { Sense } from '../lexicon/sense.ts';
import { isSense, isSmallTalk, type Mention } from './mention.ts';
import { costOf, UNKNOWN, type Unexplained } from './unexplained.ts';

/** The costs of leaving out a word that has a sense; an operator costs most. */
const SKIPPED_OPERATOR = 3;

const SKIPPED_SENSE = 0.8;

/** A name of several words, a name in the field's notation, or a word that no other word stands for. */
const SKIPPED_FIRM = 2.3;

const SKIPPED_MEASURE = 2.5;

/** "Secondo" and "prima" are other words as well. */
const SKIPPED_NUMBER = 0.5;

/** The noun after "how many" is what the question asks for. */
const COUNTS = /^(?:quanti|quante|many)$/;

const SKIPPED_COUNTED = 2.3;

/** Shorter words are abbreviations: "quanti sn", "how many mn". */
const SHORTEST_NOUN = 4;

/** The noun before a name: "progetto Zefiro". */
const isNoun = (mention: Mention) => isSense(mention, 'initiative');

/** Whether an exact name of several words goes on with a word. */
export function goesOn(name: Mention, at: number): boolean {
  return name.is === 'thing' && name.how !== 'like' && name.cost === 0 && name.from < at && at < name.to;
}

/**
 * Whether what was read before a word is a name that is a part of this longer one: "formazione continua" is one name, of
 * which "formazione" alone is another. Whoever says the whole name does not mean the other.
 */
export function isPartOf(part: Mention | null, { from }: Mention, at: number): boolean {
  return part?.is === 'thing' && part.from >= from && part.to === at;
}

/**
 * What it costs to leave a word out; `before` are the mentions that begin at the word before it, `isTorn` says that the word
 * belongs to a name of which only the part before it is read.
 */
export function leftOut(
  pieces: readonly Piece[],
  at: number,
  piece: Piece,
  skipped: number,
  before: readonly Mention[],
  isTorn: boolean,
): Unexplained {
  const own = costOf(piece);
  const counted =
    own > 0 && piece.key.length >= SHORTEST_NOUN && COUNTS.test(pieces[at - 1]?.key ?? '')
      ? SKIPPED_COUNTED
      : 0;
  const called = own >= UNKNOWN && before.some(isNoun) ? SKIPPED_COUNTED : 0;
  const more = Math.max(skipped, counted, called, own > 0 && isTorn ? SKIPPED_FIRM : 0);
  return { at, word: piece.written, cost: own + more, understood: more > 0 };
}

/** The least cost of leaving out a word that has mentions of its own. */
export function skipping(
  own: readonly Mention[],
  piece: Piece,
  isOperator: (mention: Mention) => boolean,
): number {
  if (own.some(isOperator)) return SKIPPED_OPERATOR;
  const { stop, written, start } = piece;
  if (own.some((mention) => isFirm(mention, piece))) return SKIPPED_MEASURE;
  if (own.some(isOwn)) return SKIPPED_FIRM;
  if (own.some((mention) => mention.is !== 'number' && !isSmallTalk(mention))) return SKIPPED_SENSE;
  if (written === 'I' && own.some((mention) => mention.is === 'number' && mention.cost === 0))
    return SKIPPED_FIRM;
  // At the beginning of a sentence "I" is the article.
  const numeral = written === 'I' && start > 0;
  return own.some(({ is }) => is === 'number') && (!stop || numeral) ? SKIPPED_NUMBER : 0;
}

/** An exact measure is always part of the question. */
function isFirm(mention: Mention, { stop }: Piece): boolean {
  return !stop && mention.is === 'sense' && mention.sense.startsWith('measure:') && mention.cost === 0;
}

/** A mention that no other word stands for. */
function isOwn(mention: Mention): boolean {
  if (mention.is === 'thing')
    return mention.how !== 'like' && (mention.cost === 0 || mention.subjects.every(isFunder));
  return mention.is === 'sense' && mention.cost === 0 && OWN.includes(mention.sense);
}

/** "Stato" is also a participle; it is a funder only where it stands as a name. */
const isFunder = ({ kind }: Subject) => kind === 'funding-source';

const OWN: readonly Sense[] = ['cost', 'spent', 'rate', 'share', 'percent'];
