import type { Heard } from '../../question/hear/hear.ts';
import { isSense, isSmallTalk, type Mention } from '../../question/hear/mention.ts';
import type { Path } from '../../question/hear/paths.ts';
import type { Unexplained } from '../../question/hear/unexplained.ts';
import { gapAfter, type Piece, type Span } from '../../question/lexicon/pieces.ts';
import { IN_TALK } from './costs.ts';

/** A shorter clause may be the subject of the question: "Vulnerabili: che percentuale?" */
const FEWEST_WORDS = 4;

/** The clauses of a question, between its punctuation marks. */
export function clausesOf(pieces: readonly Piece[], text: string): readonly Span[] {
  const starts = pieces.flatMap(({ start }, at) => {
    const gap = at === 0 ? '' : text.slice(pieces[at - 1]?.end, start);
    return at === 0 || /[:;?!\n,()–—…]|\s-\s|\.\s|\.\./.test(gap) ? [at] : [];
  });
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? pieces.length }));
}

/** The unexplained words of a path; in clauses that ask nothing, beside one that asks, they cost little. */
export function inTalk(path: Path, { pieces, text, frames }: Heard): readonly Unexplained[] {
  const start = startOfAsking(path, pieces);
  const clauses = clausesOf(pieces, text);
  const asks = ({ from, to }: Span) =>
    path.mentions.some((mention) => mention.from >= from && mention.from < to && isAsking(mention));
  const signature = afterGoodbye(path);
  const idle = frames.filter(({ from, sense }) => sense === 'wish' || FOR.test(pieces[from]?.key ?? ''));
  const strange = path.unexplained.filter(({ at }) => !idle.some(({ from, to }) => at >= from && at < to));
  const left = strange.map((word) =>
    word.at < start || word.at >= signature ? { ...word, cost: word.cost * IN_TALK } : word,
  );
  if (clauses.length < 2 || !clauses.some(asks)) return left;
  const talk = clauses.filter((clause) => !asks(clause) && clause.to - clause.from >= FEWEST_WORDS);
  return left.map((word) =>
    talk.some(({ from, to }) => word.at >= from && word.at < to)
      ? { ...word, cost: word.cost * IN_TALK }
      : word,
  );
}

/** First words of a frame for purpose or time, which counts anywhere in a clause: "per il verbale", "before lunch". */
const FOR = /^(?:per|entro|for|before|by)$/;

/** The place where a signature begins: "cordiali saluti, Marta". */
function afterGoodbye({ mentions }: Path): number {
  const bye = mentions.findLast((mention) => isSense(mention, 'goodbye'));
  const asksOn = bye && mentions.some((mention) => mention.from >= bye.to && isAsking(mention));
  return bye && !asksOn ? bye.to : Number.POSITIVE_INFINITY;
}

const ASKS_FOR = /^(?:chied\w+|chiest\w+|sapere|domanda|asks?|asked|asking|wants?|wondering)$/;

/** The place where the question begins, after the person who asks it: "il dott. chiede se …". */
function startOfAsking({ mentions }: Path, pieces: readonly Piece[]): number {
  const at = pieces.findIndex(({ key }) => ASKS_FOR.test(key));
  return mentions.some((mention) => mention.from < at && isAsking(mention)) ? 0 : at + 1;
}

function isAsking(mention: Mention): boolean {
  return mention.is !== 'number' && mention.is !== 'term' && !isSmallTalk(mention);
}

const JOINS = /^(?:e|ed|and|poi|then|piu|plus|also|anche|mentre|while|invece)$/;

/** Seams are tried one by one and in pairs; more of them are a list, not several questions. */
const MOST_SEAMS = 6;

/** Of 2,000 real questions none mentions more than 11 things: a text that does is a list, too, and takes long to try. */
const MOST_MENTIONS = 20;

/** Seams between two possible questions: mentions after a punctuation mark or a joining word. */
export function seamsIn({ mentions }: Path, pieces: readonly Piece[], text: string): readonly number[] {
  if (mentions.length > MOST_MENTIONS) return [];
  const seams = mentions.flatMap(({ from }, index) => {
    const before = mentions[index - 1];
    if (!before) return [];
    const between = pieces.slice(before.to, from);
    const gap = gapAfter({ text, pieces }, before, from);
    return between.some(({ key }) => JOINS.test(key)) || /[;:?!,.\n/+]/.test(gap) ? [index] : [];
  });
  return seams.slice(0, MOST_SEAMS);
}

/** The seams at which a question mark or a full stop stands. */
export function marksIn({ mentions }: Path, pieces: readonly Piece[], text: string): readonly number[] {
  if (mentions.length > MOST_MENTIONS) return [];
  const marks = mentions.flatMap(({ from }, index) => {
    const before = mentions[index - 1];
    const gap = before ? gapAfter({ text, pieces }, before, from) : '';
    return /[?;!\n]|\.\s/.test(gap) ? [index] : [];
  });
  return marks.slice(0, MOST_SEAMS);
}
