import type { Subject } from '../model/dataset.ts';
import type { Request } from '../model/request.ts';
import type { AbsentTopic } from '../model/schema.ts';
import type { Named } from '../search/matcher.ts';
import type { Talk } from './lexicon/sense.ts';

/** A request without its language. */
export type Wanted = Omit<Request, 'locale' | 'after' | 'beside'>;

/** The outcome of reading a question. */
export type Reading =
  | {
      readonly as: 'requests';
      readonly wanted: readonly [Wanted, ...Wanted[]];
      /** Words that the requests leave out; the card names them. */
      readonly setAside: readonly string[];
      /** Things of the previous question; empty where the question stands alone. */
      readonly continues: readonly Subject[];
    }
  | {
      readonly as: 'choose';
      readonly text: string;
      readonly choices: readonly { readonly subject: Subject; readonly wanted: Wanted }[];
    }
  /** Two readings of an ambiguous question, as requests. */
  | { readonly as: 'which'; readonly ways: readonly Wanted[] }
  /** Unresolved words that may change the answer; `without` is the request without them. */
  | { readonly as: 'unread'; readonly words: readonly string[]; readonly without: Wanted | null }
  | { readonly as: 'absent'; readonly topic: AbsentTopic }
  | { readonly as: 'unknown-date'; readonly text: string }
  | {
      readonly as: 'unknown-subject';
      readonly text: string;
      readonly nearest: readonly Named[];
      /** The same request for the whole programme, where it makes sense. */
      readonly whole: Wanted | null;
    }
  /** Where the figures of the previous answer stand. */
  | { readonly as: 'sources' }
  | { readonly as: 'talk'; readonly talk: Talk }
  | { readonly as: 'off-topic' }
  | { readonly as: 'too-long' };
