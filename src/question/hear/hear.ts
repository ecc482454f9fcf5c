import type { Known } from '../known.ts';
import { type Piece, piecesOf } from '../lexicon/pieces.ts';
import { isFrame, OPERATORS, type Sense } from '../lexicon/sense.ts';
import { amountsIn, numbersIn } from './amounts.ts';
import { comparedIn, onMeasures, partOf, stillToDo } from './betweenMeasures.ts';
import { datesIn } from './dates.ts';
import {
  betweenIn,
  hoursIn,
  howManyFigures,
  isInPlace,
  objectivesIn,
  placesIn,
  sameIn,
  spansIn,
} from './inContext.ts';
import { likeNames } from './likeNames.ts';
import type { Mention, Of } from './mention.ts';
import { dictatedIn, notationIn } from './notation.ts';
import { type Path, pathsThrough } from './paths.ts';
import { phrasesIn } from './phrasesIn.ts';
import { namesIn, termsIn } from './things.ts';

/** A question split into words, with the cheapest paths through them. */
export type Heard = {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly paths: readonly Path[];
  readonly mentions: readonly Mention[];
  /** Phrases that introduce the question or say who asks and why; no path contains them. */
  readonly frames: readonly Of<'sense'>[];
};

/** Every mention in a question, and the paths that explain most of it; `ofNames` where the previous question was about initiatives. */
export function hear(known: Known, asked: string, ofNames = false): Heard {
  const text = asked.replace(PERCENT, ' percento ');
  const pieces = piecesOf(text);
  const heard = phrasesIn(known.lexicon, pieces);
  const phrases = heard.filter(
    (each) => !isFrame(each.sense) && isInPlace(each, text, pieces) && !isPartOf(each, heard),
  );
  const numbers = numbersOf(text, pieces).filter(
    ({ is, from, to }) => !(is === 'date' && phrases.some((each) => isPeriod(each, from, to))),
  );
  const places = placesIn(pieces, phrases);
  const named = [
    ...notationIn(known.dataset, pieces),
    ...dictatedIn(known.dataset, pieces),
    ...namesIn(known, pieces),
  ].filter(({ from, to }) => !places.some((place) => place.from === from && place.to === to));
  const terms = termsAsked(known, pieces, phrases);
  const compared = [
    ...comparedIn(pieces, phrases),
    ...hoursIn(pieces),
    ...howManyFigures(pieces),
    ...spansIn(pieces),
    ...stillToDo(pieces, phrases),
    ...onMeasures(pieces, phrases),
    ...partOf(pieces, phrases),
    ...sameIn(pieces),
    ...objectivesIn(pieces, named),
    ...betweenIn(pieces, numbers),
    ...places,
  ];
  const exact = [...phrases, ...numbers, ...named, ...terms, ...compared];
  const mentions = [...exact, ...likeNames(known, text, pieces, exact, ofNames)];
  const frames = heard.filter(({ sense }) => isFrame(sense));
  return { text, pieces, mentions, frames, paths: pathsThrough(pieces, mentions, isOperator) };
}

/** Amounts, and the small numbers and years outside them. */
function numbersOf(text: string, pieces: readonly Piece[]): readonly Mention[] {
  const amounts = amountsIn(text, pieces);
  const within = ({ from, to }: Mention) => amounts.some((amount) => amount.from <= from && to <= amount.to);
  return [...amounts, ...[...numbersIn(pieces), ...datesIn(text, pieces)].filter((each) => !within(each))];
}

/** In "crescita percentuale" the word "crescita" alone does not ask for a command. */
function isPartOf({ sense, from, to }: Of<'sense'>, all: readonly Of<'sense'>[]): boolean {
  return (
    sense.startsWith('command:') &&
    all.some(
      (other) =>
        (OPERATORS as readonly Sense[]).includes(other.sense) &&
        other.cost === 0 &&
        other.from <= from &&
        other.to >= to &&
        other.to - other.from > to - from,
    )
  );
}

/** "2014-2020" is the programme's period, not a range of dates. */
function isPeriod({ sense, ...span }: Of<'sense'>, from: number, to: number): boolean {
  return sense === 'programme' && span.from <= from && span.to >= to;
}

/** The cost of a definition after "what is …", which asks for a figure just as often. */
const MAY_BE_A_FIGURE = 0.45;

function termsAsked(
  known: Known,
  pieces: readonly Piece[],
  phrases: readonly Of<'sense'>[],
): readonly Mention[] {
  const says = (sense: Sense) => phrases.some((phrase) => phrase.sense === sense);
  if (says('definition')) return termsIn(known, pieces, 0);
  return says('what') ? termsIn(known, pieces, MAY_BE_A_FIGURE) : [];
}

const WORDED_OPERATORS: readonly string[] = [...OPERATORS, 'not-yet', 'others', 'how-much'];

function isOperator(mention: Mention): boolean {
  return mention.is === 'sense' && WORDED_OPERATORS.includes(mention.sense);
}

/** A percent sign without a number asks for a rate, as the word does. */
const PERCENT = /(?<!\d\s{0,2})%/g;
