import { isMeasure } from '../../model/measures.ts';
import type { Request } from '../../model/request.ts';
import type { Desk } from '../desk.ts';

/** The longest question, in the same units. */
export { MOST_CHARACTERS as LONGEST_QUESTION } from '../../reading/read.ts';

/**
 * The longest text that an option is read from, in UTF-16 units, which is never less than what Discord counts: no name is
 * nearly as long, and the time to match one grows with the length.
 */
export const LONGEST_OPTION = 300;

/** Some signs stand for as many as eighteen letters once they are read. */
const LONGEST_SPELT = 2 * LONGEST_OPTION;

/** The first option that holds more text than is read; a list of ids, which the program writes itself, may be longer. */
export function tooLongOption(
  desk: Desk,
  options: Request['options'],
  read: readonly string[],
): { readonly option: string; readonly length: number } | null {
  const given = read.map((option) => ({ option, text: options[option]?.trim() ?? '' }));
  const long = given.find(({ text }) => isTooLong(text) && !isOfIds(desk, text));
  return long ? { option: long.option, length: long.text.length } : null;
}

function isTooLong(text: string): boolean {
  return text.length > LONGEST_OPTION || text.normalize('NFKD').length > LONGEST_SPELT;
}

/** As much of a text as suggestions are sought for: whoever chooses one sees what they chose. */
export function beginning(text: string): string {
  const [read, spelt] = [text.slice(0, LONGEST_OPTION), text.slice(0, LONGEST_OPTION).normalize('NFKD')];
  return (spelt.length > LONGEST_SPELT ? spelt.slice(0, LONGEST_SPELT) : read).replace(
    /[\uD800-\uDBFF]$/,
    '',
  );
}

function isOfIds({ dataset }: Desk, text: string): boolean {
  return text
    .split(',')
    .every(
      (id) => isMeasure(id) || dataset.subjects.has(id) || dataset.snapshots.some(({ date }) => date === id),
    );
}
