import type { Measure } from '../../model/measures.ts';
import type { Item } from './item.ts';

/** A measure that a question asks for, and the items that ask for it. */
export type AskedMeasure = { readonly measure: Measure; readonly by: readonly Item[] };

/** Money of which there is a rate and a remainder. */
export const FLOWS: readonly Measure[] = ['activated', 'committed', 'paid', 'certified'];

/** The measures and one more, such as an operation on them. */
export function withMeasure(
  measures: readonly AskedMeasure[],
  measure: Measure,
  by: readonly Item[],
): readonly AskedMeasure[] {
  return [...measures, { measure, by }];
}
