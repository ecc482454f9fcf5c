import type { Measure } from '../programme/measures.ts';
import type { Status } from '../programme/status.ts';

/** What a word of a question can mean, other than a name. */
export type Concept =
  | `measure:${Measure}`
  | `status:${Status}`
  | `absent:${string}`
  | `command:${string}`
  | 'spent'
  | 'amount'
  | 'rate'
  | 'share'
  | 'remaining'
  | 'compare'
  | 'rank'
  | 'rank-low'
  | 'each-axis'
  | 'each-source'
  | 'by-sex'
  | 'groups'
  | 'list'
  | 'programme'
  | 'total'
  | 'axis'
  | 'priority'
  | 'result'
  | 'reprogramming'
  | 'falls'
  | 'latest'
  | 'filler';

/** Phrases of a concept, parted by `|`; a word that ends in `*` stands for every word that begins like it. */
export type Words = Partial<Record<Concept, string>>;
