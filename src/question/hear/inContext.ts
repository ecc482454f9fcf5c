import { cardinal } from '../../search/text/numerals.ts';
import type { Piece } from '../lexicon/pieces.ts';
import type { Sense } from '../lexicon/sense.ts';
import { type Mention, type Of, senseAt } from './mention.ts';

const POINTING = /^quell[oaie]$/;

const OF = /^(?:di|d|dei|del|dell|della|dello)$/;
const AND = /^(?:e|ed|ma|and|but|invece)$/;

/** "Quello di pagamento", "e di pagamento?": the same way, of another measure. */
export function sameIn(pieces: readonly Piece[]): readonly Of<'sense'>[] {
  return pieces.flatMap(({ key }, at): readonly Of<'sense'>[] =>
    POINTING.test(key) && OF.test(pieces[at + 1]?.key ?? '')
      ? [senseAt('same', at)]
      : at === 1 && OF.test(key) && AND.test(pieces[0]?.key ?? '')
        ? [senseAt('same', 0, 2)]
        : [],
  );
}

const COUNTED_WORDS = /^(?:numeri|cifre|dati|valori|importi|voci|numbers|figures|amounts|values)$/;

/** "I quattro numeri": the count of figures is not a figure. */
export function howManyFigures(pieces: readonly Piece[]): readonly Of<'sense'>[] {
  return pieces.flatMap(({ key }, at): readonly Of<'sense'>[] =>
    COUNTED_WORDS.test(key) && cardinal(pieces[at - 1]?.key ?? '') !== undefined
      ? [senseAt('talk', at - 1, at + 1)]
      : [],
  );
}

const DAYS = /^(?:giorni|settimane|ore|days|weeks|hours)$/;
const MONTHS = /^(?:mesi|mese|months?)$/;

/** "Entro tre giorni" is small talk; "entro sei mesi" asks for a figure that only some indicators have. */
export function spansIn(pieces: readonly Piece[]): readonly Of<'sense'>[] {
  return pieces.flatMap(({ key }, at): readonly Of<'sense'>[] => {
    if (cardinal(pieces[at - 1]?.key ?? '') === undefined) return [];
    const sense = MONTHS.test(key) ? 'unavailable' : DAYS.test(key) ? 'talk' : null;
    return sense ? [{ is: 'sense', sense, from: at - 1, to: at + 1, cost: SPAN }] : [];
  });
}
const SPAN = 0.2;

const OBJECTIVE = /^(?:obiettivo|obiettivi|objectives?)$/;

/** "L'obiettivo PI 9.iv" is a priority, not a target. */
export function objectivesIn(pieces: readonly Piece[], named: readonly Mention[]): readonly Of<'sense'>[] {
  return named.flatMap((mention): readonly Of<'sense'>[] =>
    mention.is === 'thing' &&
    mention.how === 'notation' &&
    mention.subjects.every(({ kind }) => kind === 'priority') &&
    OBJECTIVE.test(pieces[mention.from - 1]?.key ?? '')
      ? [senseAt('priority', mention.from - 1, mention.from)]
      : [],
  );
}

/** "Il secondo asse per pagamenti": a place in a ranking, not Axis II. */
export function placesIn(pieces: readonly Piece[], phrases: readonly Of<'sense'>[]): readonly Of<'sense'>[] {
  return pieces.flatMap(({ written }, at): readonly Of<'sense'>[] =>
    PLACE.test(written) &&
    /^(?:per|by|for|in)$/.test(pieces[at + 1]?.key ?? '') &&
    phrases.some(({ sense, from }) => from === at + 2 && sense.startsWith('measure:'))
      ? [{ is: 'sense', sense: 'highest', also: ['each-axis'], from: at, to: at + 1, cost: 0 }]
      : [],
  );
}
const PLACE = /^(?:primo|secondo|terzo|quarto|quinto|first|second|third|fourth|fifth) (?:asse|axis)$/i;

/** "Tra 5 e 10 milioni": between two amounts. In "tra gli assi" the word means among. */
export function betweenIn(pieces: readonly Piece[], numbers: readonly Mention[]): readonly Of<'sense'>[] {
  const counts = numbers.filter(({ is }) => is === 'amount' || is === 'number');
  return pieces.flatMap(({ key }, at): readonly Of<'sense'>[] => {
    const low = FROM.test(key) ? counts.find(({ from }) => from === at + 1) : undefined;
    const high =
      low && TO.test(pieces[low.to]?.key ?? '') ? counts.find(({ from }) => from === low.to + 1) : undefined;
    return high?.is === 'amount' ? [senseAt('between', at)] : [];
  });
}
const FROM = /^(?:tra|fra|dai|da|from)$/;
const TO = /^(?:e|ed|ai|a|and|to)$/;

const BEFORE_HOURS = new Set(['alle', 'delle', 'dalle', 'ore', 'at']);

/** "La riunione delle 15": the hour of a meeting. */
export function hoursIn(pieces: readonly Piece[]): readonly Of<'sense'>[] {
  return pieces.flatMap(({ key }, at): readonly Of<'sense'>[] =>
    /^(?:1?\d|2[0-4])$/.test(key) && BEFORE_HOURS.has(pieces[at - 1]?.key ?? '')
      ? [senseAt('talk', at - 1, at + 1)]
      : [],
  );
}

/** "Hanno più" asks for a ranking, "hanno più di 20 milioni" does not. */
const ENDS: readonly Sense[] = ['highest', 'lowest'];
const COMPARING = /^(?:piu|meno|more|less|fewer)$/;
const THAN = /^(?:di|del|dello|della|dell|dei|degli|delle|than)$/;

/** "Who", "why" and "when" ask only at the beginning of a clause; elsewhere they join clauses. */
const OPENING: readonly Sense[] = ['why', 'when', 'who', 'where'];

const CLAUSE =
  /(?:^|[.,:;?!(\n]|\b(?:ma|e|but|and|scusa|ciao|sai|sapete|dimmi|chied\p{L}*|sapere|capire|spieg\p{L}*|ask|asks|know|explain|understand))[^\p{L}\p{N}]*$/iu;

/** Whether a phrase has its sense at this place of the question. */
export function isInPlace({ sense, from, to }: Of<'sense'>, text: string, pieces: readonly Piece[]): boolean {
  const compares = COMPARING.test(pieces[to - 1]?.key ?? '') && THAN.test(pieces[to]?.key ?? '');
  if (ENDS.includes(sense) && compares) return false;
  return !OPENING.includes(sense) || CLAUSE.test(text.slice(0, pieces[from]?.start));
}
