import type { Measure } from '../programme/measures.ts';
import type { Token } from '../search/matcher.ts';
import type { Concept } from './concepts.ts';
import type { Spot } from './spot.ts';

/** A question as far as its words are understood before any name is looked for. */
export type Said = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly spots: readonly Spot[];
  readonly measures: readonly Measure[];
};

/** Concepts whose words also stand in names. */
export const MAY_BE_NAMES =
  /^(?:measure:(?:participants|vulnerable|projects|value|target)|filler|list|status)/;

export function says({ spots }: Said, ...concepts: readonly Concept[]): boolean {
  return spots.some(({ concept }) => concepts.includes(concept));
}

/** The indexes of the tokens of a phrase. */
export function positions({ from, to }: { readonly from: number; readonly to: number }): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** "Vulnerabili: quanti?" asks of people, although a name holds the word as well. */
export function isOnlyOfPeople({ measures }: Said): boolean {
  return measures.length > 0 && measures.every((measure) => /^(?:participants|vulnerable)/.test(measure));
}

/** A group of people, of which only the programme and the axes have a count. */
export function isOfGroup(said: Said): boolean {
  return isOnlyOfPeople(said) && !said.measures.includes('participants');
}
