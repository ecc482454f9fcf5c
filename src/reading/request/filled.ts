import type { Subject } from '../../model/dataset.ts';
import type { Item } from '../meaning/item.ts';

/** The value of an option, and the items that it covers. */
export type Filling = {
  readonly value: string;
  readonly takes: readonly Item[];
  readonly things?: readonly Subject[];
};
