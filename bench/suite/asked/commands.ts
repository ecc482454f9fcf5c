import { CASCADE, DERIVED_MEASURES } from '../../../src/model/measures.ts';
import { slash } from '../../../tests/loopback/interactions.ts';
import type { Interaction } from '../../load/mix.ts';
import { axes } from './programme.ts';

/** `/spending` as Discord sends what was chosen from the lists: every axis and none, every measure and none, both languages. */
const MEASURES = [
  ...CASCADE,
  'share',
  'declared',
  ...DERIVED_MEASURES.filter((measure) => measure !== 'gap' && measure !== 'growth'),
];

const ALL = ['it', 'en-GB'].flatMap((locale) =>
  [undefined, ...axes()].flatMap((axis) =>
    [undefined, ...MEASURES].map((measure) => ({
      locale,
      options: { ...(axis ? { axis } : {}), ...(measure ? { measure } : {}) },
    })),
  ),
);

export const COMMANDS = ALL.length;

/** Has no divisor with the number of them: neighbours differ. */
const STRIDE = 101;

export function command(at: number): Interaction {
  const { options, locale } = ALL[(at * STRIDE) % ALL.length] ?? { options: {}, locale: 'it' };
  return slash('spending', options, locale);
}
