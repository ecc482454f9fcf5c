import type { Measure } from '../../model/measures.ts';
import type { Item } from './item.ts';

/** A measure that is meant, and the items that say so. */
export type Meant = { readonly measure: Measure; readonly by: readonly Item[] };

/** Money of which there is a rate and a remainder. */
export const FLOWS: readonly Measure[] = ['activated', 'committed', 'paid', 'certified'];

export function operation(measure: Measure, by: readonly Item[]): Meant {
  return { measure, by };
}

export function together(said: readonly Meant[], measure: Measure, by: readonly Item[]): readonly Meant[] {
  return [...said, operation(measure, by)];
}
