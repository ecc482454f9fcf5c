import { typing } from '../../../tests/loopback/interactions.ts';
import type { Interaction } from '../../load/mix.ts';
import { initiatives } from './programme.ts';

/** What is there while a name is written, letter by letter. */
const lettersOf = (name: string) =>
  Array.from({ length: Math.min(name.length, 12) }, (_, end) => name.slice(0, end + 1).toLowerCase());
const beginnings = (names: readonly string[]) => [...new Set(names.flatMap(lettersOf))];

const AXES = ['', ...beginnings(['1', '2', '3', 'asse IV', 'axis 5', 'inclusione sociale', 'occupazione'])];
const MEASURES = ['', ...beginnings(['certificato', 'impegnato', 'pagato', 'committed', 'still to pay'])];
const ALL = [
  ...AXES.map((text) => ['spending', 'axis', text] as const),
  ...MEASURES.map((text) => ['spending', 'measure', text] as const),
  ...beginnings(initiatives()).map((text) => ['initiative', 'initiative', text] as const),
];

export const TYPED = ALL.length * 2;

/** Has no divisor with the number of them in any dataset of less than so many. */
const STRIDE = 10_007;

/** Somebody types in an option; two thirds in Italian. */
export function typed(at: number): Interaction {
  const [name, option, text] = ALL[(at * STRIDE) % ALL.length] ?? ['spending', 'axis', ''];
  return typing(name, option, text, at % 3 === 0 ? 'en-GB' : 'it');
}
