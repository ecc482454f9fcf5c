import type { Heard } from '../../question/hear/hear.ts';
import { isMeasure, isSense, isSmallTalk, type Mention } from '../../question/hear/mention.ts';
import type { Path } from '../../question/hear/paths.ts';
import { type Span, wordsOf } from '../../question/lexicon/pieces.ts';
import { isTalk, type Sense } from '../../question/lexicon/sense.ts';
import { clausesOf } from './clauses.ts';

/** A path without the clauses that say who asks, when or why, and the names in those clauses. */
type Framed = { readonly path: Path; readonly aside: readonly string[] };

/** "Ho una riunione l'8 marzo: quante donne?": the question without its frames; null where there are none. */
export function withoutFrames(heard: Heard, path: Path): Framed | null {
  const clauses = partedByWishes(heard);
  const asides = asidesAmong(heard, path, clauses);
  if (asides.length === 0 || asides.length === clauses.length) return null;
  const isAside = ({ from }: Mention) => asides.some((clause) => holds(clause, from));
  const around = path.mentions.filter(isAside);
  const asked = path.mentions.filter((mention) => !isAside(mention));
  if (!around.filter(isMeasure).every((measure) => asked.some((each) => isSame(each, measure)))) return null;
  const lent = asked.some((mention) => mention.is === 'thing' || isScope(mention))
    ? []
    : around.filter(isThing);
  return {
    path: {
      ...path,
      mentions: path.mentions.filter((mention) => asked.includes(mention) || lent.includes(mention)),
      unexplained: path.unexplained.filter(({ at }) => !asides.some((clause) => holds(clause, at))),
    },
    aside: around
      .filter((mention) => isNamed(mention) && !lent.includes(mention))
      .map((mention) => wordsOf(heard, mention)),
  };
}

/** Clauses end at punctuation marks, after a wish and before a frame: "mi serve sapere | quante donne | per il verbale". */
function partedByWishes({ pieces, text, frames }: Heard): readonly Span[] {
  const seams = new Set(
    frames.flatMap(({ sense, from, to }) =>
      sense === 'wish'
        ? [to]
        : to - from >= FEWEST_TELLING &&
            (JOINED.test(pieces[from]?.key ?? '') || BUT.test(pieces[from - 1]?.key ?? ''))
          ? [from]
          : [],
    ),
  );
  return clausesOf(pieces, text).flatMap(({ from, to }) => {
    const starts = [from, ...[...seams].filter((at) => at > from && at < to).sort((a, b) => a - b)];
    return starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? to }));
  });
}

/** A frame of one word ("following") may be part of the question. */
const FEWEST_TELLING = 2;

/** First words of frames that need no punctuation mark before them: "… per il verbale", "… mi serve entro le 12". */
const JOINED =
  /^(?:per|entro|mi|cordiali|distinti|resto|rimango|for|by|before|it|this|kind|best|yours|many|further|as)$/;

/** Words after which a frame may begin: "te l'ho già chiesto ma ho perso il foglietto". */
const BUT = /^(?:ma|pero|perche|but|because)$/;

/** A frame stands within the first pieces of its clause: "ci sono in provincia di …" is not one. */
const NEAR_START = 3;

/** Clauses with a frame; also those before a wish, after a goodbye or between frames that name nothing. */
function asidesAmong({ frames }: Heard, { mentions }: Path, clauses: readonly Span[]): readonly Span[] {
  const own = (clause: Span) => mentions.filter(({ from }) => holds(clause, from));
  const framed = (clause: Span) => frames.filter(({ from }) => holds(clause, from));
  const isAsked = (clause: Span) =>
    own(clause).some(
      (mention) => isQuestion(mention) && !framed(clause).some((frame) => holds(frame, mention.from)),
    );
  const lastWish = clauses.findLastIndex((clause) => framed(clause).some(({ to }) => to === clause.to));
  const goodbye = clauses.findIndex((clause) => own(clause).some(isGoodbye));
  const telling = clauses.map(
    (clause) =>
      !isAsked(clause) &&
      framed(clause).some(({ sense, from }) => sense === 'frame' && from < clause.from + NEAR_START),
  );
  return clauses.filter((clause, at) => {
    if (telling[at]) return true;
    const between = telling.slice(0, at).includes(true) && telling.slice(at + 1).includes(true);
    const ended = goodbye >= 0 && at >= goodbye;
    const idle = at <= lastWish || ended || between || own(clause).some(isSmallTalk);
    return idle && !isAsked(clause) && !own(clause).some(isBinding);
  });
}

function holds({ from, to }: Span, at: number): boolean {
  return at >= from && at < to;
}

const isQuestion = (mention: Mention) => isSense(mention, 'how-much', 'what');

const isGoodbye = (mention: Mention) => isSense(mention, 'goodbye', 'thanks');

/** Mentions that belong to the question wherever they stand: names, numbers, dates, measures, operators, nouns. */
function isBinding(mention: Mention): boolean {
  return mention.is === 'sense'
    ? !isTalk(mention.sense) && !UNBOUND.includes(mention.sense)
    : mention.is !== 'term';
}

const UNBOUND: readonly Sense[] = [
  'today',
  'latest',
  'also',
  'confirm',
  'money',
  'unavailable',
  'beside',
  'who',
  'where',
  'when',
  'why',
  'definition',
  'briefing',
  'slide',
  'source-of-figure',
  'freshness',
  'help',
];

function isScope(mention: Mention): boolean {
  return mention.is === 'sense' && /^(?:each-|programme$|total$|of-total$)/.test(mention.sense);
}

function isNamed(mention: Mention): boolean {
  return isThing(mention) || (mention.is === 'amount' && mention.amount.unit !== null);
}

function isThing(mention: Mention): boolean {
  return mention.is === 'thing';
}

function isSame(one: Mention, other: Mention): boolean {
  return one.is === 'sense' && other.is === 'sense' && one.sense === other.sense;
}
