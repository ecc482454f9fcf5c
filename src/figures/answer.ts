import type { Fact } from '../model/facts.ts';
import type { Absence } from './lookup.ts';

/** Facts only, the same in every language. */
export type Answer = {
  readonly facts: readonly Fact[];
  /** What was asked and no document of the dataset holds. */
  readonly absences?: readonly Absence[];
};
