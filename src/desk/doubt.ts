import type { Measure } from '../model/measures.ts';
import type { Named } from '../search/matcher.ts';

/** Why an option could not be resolved, and what it could have been. */
export type Doubt =
  | {
      readonly why: 'choose';
      readonly option: string;
      readonly text: string;
      readonly rivals: readonly Named[];
    }
  | {
      readonly why: 'unknown';
      readonly option: string;
      readonly text: string;
      readonly nearest: readonly Named[];
    }
  | { readonly why: 'unknown-measure'; readonly text: string; readonly of: readonly Measure[] }
  | { readonly why: 'unknown-date'; readonly text: string }
  | { readonly why: 'unreadable'; readonly kind: 'count' | 'amount'; readonly text: string }
  | { readonly why: 'missing'; readonly option: string }
  | { readonly why: 'too-long'; readonly option: string; readonly length: number };
