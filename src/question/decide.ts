import type { Subject } from '../programme/dataset.ts';
import type { Concept } from './concepts.ts';
import type { Leftover } from './leftover.ts';
import type { Reading, Understood } from './reading.ts';
import type { NamedSubjects } from './subjects.ts';
import { wantedOf } from './wanted.ts';

/** Nothing is answered for the whole programme while a word may name something else. */
export function decide(
  understood: Understood,
  found: NamedSubjects,
  rest: readonly Leftover[],
  text: string,
): Reading {
  const { subjects, rivals, nearest } = found;
  const setAside = rest.filter(({ names }) => names).map(({ word }) => word);
  const asked = understood.measures.length > 0 || understood.concepts.some((each) => ASKS.test(each));
  if (rivals.length > 0 && subjects.length === 0 && !asked && rest.length > 0) return { as: 'off-topic' };
  if (rivals.length > 0 && subjects.length === 0) return amongRivals(understood, rivals, setAside, text);
  const [first, ...others] = wantedOf(understood, subjects);
  const meant =
    understood.measures.length > 0 || understood.concepts.some((each) => MEANS_SOMETHING.test(each));
  if (!first || (subjects.length === 0 && !meant)) return { as: 'off-topic' };
  const whole = subjects.length === 0 && !understood.concepts.some((each) => SELF_SUFFICIENT.test(each));
  if (whole && setAside.length > 0 && !(asked && isOfWhole(understood.concepts, rest))) {
    return { as: 'unknown-subject', text: setAside.join(' '), nearest, whole: first };
  }
  return { as: 'requests', wanted: [first, ...others], setAside };
}

/** These ask for something of the programme as a whole even without a measure. */
const MEANS_SOMETHING =
  /^(?:programme$|total$|result$|status:|command:|each-|spent$|remaining$|latest$|reprogramming$|falls$)/;
/** The programme is named, or a total is asked and no word left over says of what. */
function isOfWhole(concepts: readonly Concept[], rest: readonly Leftover[]): boolean {
  const introduced = rest.some(({ names, introduced }) => names && introduced);
  return concepts.includes('programme') || (concepts.includes('total') && !introduced);
}

/** Something is wanted to be known, be it only how much. */
const ASKS = /^(?:amount|rate|share|remaining|spent|list|result|command:|status:)/;

const SELF_SUFFICIENT = /^(?:each-|command:help$|reprogramming$)/;

/** A few things of one kind are answered together, each with its name; of many the person chooses. */
const ANSWERED_TOGETHER = 3;

function amongRivals(
  understood: Understood,
  rivals: readonly Subject[],
  setAside: readonly string[],
  text: string,
): Reading {
  const [all, ...more] = wantedOf(understood, rivals);
  const kinds = new Set(rivals.map(({ kind }) => kind));
  if (all && more.length === 0 && kinds.size === 1 && rivals.length <= ANSWERED_TOGETHER) {
    return { as: 'requests', wanted: [all], setAside };
  }
  const choices = [...new Set(rivals)].flatMap((rival) => {
    const [wanted] = wantedOf(understood, [rival]);
    return wanted ? [{ subject: rival, wanted }] : [];
  });
  return choices.length > 0 ? { as: 'choose', text, choices } : { as: 'off-topic' };
}
