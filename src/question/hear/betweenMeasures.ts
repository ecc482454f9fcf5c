import type { Piece } from '../lexicon/pieces.ts';
import { isMeasure, type Of, senseAt } from './mention.ts';

/** "Più donne o uomini?" compares two measures; it is not a ranking. */
function isEither(pieces: readonly Piece[], phrases: readonly Of<'sense'>[], at: number): boolean {
  const measures = phrases.filter(isMeasure);
  return measures.some(
    ({ from, to }) =>
      from === at &&
      OR.test(pieces[to]?.key ?? '') &&
      measures.some((other) => other.from === to + 1 || (other.from === to + 2 && isMore(pieces[to + 1]))),
  );
}

const OR = /^(?:o|or)$/;

const isMore = (piece: Piece | undefined) => MORE.has(piece?.key ?? '');

const MORE = new Set(['piu', 'more', 'most']);

const LESS = new Set(['meno', 'less', 'fewer', 'fewest', 'least']);

/** "Più" or "meno" right before a measure is one end of a ranking: "l'asse con più donne". */
export function comparedIn(
  pieces: readonly Piece[],
  phrases: readonly Of<'sense'>[],
): readonly Of<'sense'>[] {
  const measured = new Set(
    phrases.filter(({ sense }) => /^(?:measure:|spent|money|rate)/.test(sense)).map(({ from }) => from),
  );
  return pieces.flatMap(({ key }, at): readonly Of<'sense'>[] => {
    const end = MORE.has(key) ? 'highest' : LESS.has(key) ? 'lowest' : null;
    const sense = end && isEither(pieces, phrases, at + 1) ? 'compare' : end;
    return sense && measured.has(at + 1) ? [senseAt(sense, at)] : [];
  });
}

/** "Da certificare" asks for the amount still to be certified. */
export function stillToDo(pieces: readonly Piece[], phrases: readonly Of<'sense'>[]): readonly Of<'sense'>[] {
  return phrases
    .filter(
      ({ sense, from, to }) => /^(?:measure:|spent)/.test(sense) && to - from === 1 && isToDo(pieces, from),
    )
    .map(({ from }) => senseAt('remaining', from - 1));
}

const ON = /^(?:su|sul|sullo|sulla|sull|sui|sugli|sulle|on)$/;

const MONEY = /^measure:(?:allocation|activated|committed|paid|certified|declared|admitted|funded)$/;

/** "Pagato su impegnato": the ratio of two measures. */
export function onMeasures(
  pieces: readonly Piece[],
  phrases: readonly Of<'sense'>[],
): readonly Of<'sense'>[] {
  const measured = phrases.filter(({ sense }) => MONEY.test(sense));
  return pieces.flatMap(({ key }, at): readonly Of<'sense'>[] =>
    ON.test(key) && measured.some(({ to }) => to === at) && measured.some(({ from }) => from === at + 1)
      ? [senseAt('ratio', at)]
      : [],
  );
}

const OF = /^(?:del|dello|della|dell|dei|delle|of)$/;

const AND = /^(?:e|ed|o|and|or)$/;

/** "Quanto del pagato è stato certificato, in percentuale": the ratio of a part to its whole. */
export function partOf(pieces: readonly Piece[], phrases: readonly Of<'sense'>[]): readonly Of<'sense'>[] {
  if (!phrases.some(({ sense }) => sense === 'percent' || sense === 'share')) return [];
  const measured = phrases.filter(({ sense }) => MONEY.test(sense));
  return measured.flatMap(({ from, to, sense }): readonly Of<'sense'>[] => {
    const whole = [from - 1, from - 2].find((at) => OF.test(pieces[at]?.key ?? ''));
    const part = measured.find((other) => other.from >= to && other.sense !== sense);
    const listed = part && pieces.slice(to, part.from).some(({ written }) => AND.test(written));
    return whole !== undefined && part && part.from - to <= NEAR_PART && !listed
      ? [senseAt('ratio', whole)]
      : [];
  });
}

/** At most this many words stand between the whole and its part: "has already been", "è già stato". */
const NEAR_PART = 4;

function isToDo(pieces: readonly Piece[], at: number): boolean {
  return pieces[at - 1]?.key === 'da' && /[aei]re$/.test(pieces[at]?.key ?? '');
}
