import type { Subject } from '../../model/dataset.ts';
import type { Item } from '../meaning/item.ts';

/** What an option is given, and the items of the question that it takes up. */
export type Filling = {
  readonly value: string;
  readonly takes: readonly Item[];
  readonly things?: readonly Subject[];
};
