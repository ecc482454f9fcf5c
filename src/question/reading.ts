import type { Subject } from '../model/dataset.ts';
import type { Request } from '../model/request.ts';
import type { AbsentTopic } from '../model/schema.ts';
import type { Named } from '../search/matcher.ts';
import type { Talk } from './lexicon/sense.ts';

/** A request without the language in which it is answered. */
export type Wanted = Omit<Request, 'locale' | 'after'>;

/** What a question was taken for. */
export type Reading =
  | {
      readonly as: 'requests';
      readonly wanted: readonly [Wanted, ...Wanted[]];
      /** Words that the requests leave out: they are named on the card. */
      readonly setAside: readonly string[];
      /** Things that come from the question before; empty where the question stands alone. */
      readonly continues: readonly Subject[];
    }
  | {
      readonly as: 'choose';
      readonly text: string;
      readonly choices: readonly { readonly subject: Subject; readonly wanted: Wanted }[];
    }
  /** Two ways to take the question, each with the request that it is. */
  | { readonly as: 'which'; readonly ways: readonly Wanted[] }
  /** Words that change the question and that no answer takes up; `without` is what is left if they are dropped. */
  | { readonly as: 'unread'; readonly words: readonly string[]; readonly without: Wanted | null }
  | { readonly as: 'absent'; readonly topic: AbsentTopic }
  | { readonly as: 'unknown-date'; readonly text: string }
  | {
      readonly as: 'unknown-subject';
      readonly text: string;
      readonly nearest: readonly Named[];
      /** The same question for the whole programme, where it makes sense. */
      readonly whole: Wanted | null;
    }
  | { readonly as: 'talk'; readonly talk: Talk }
  | { readonly as: 'off-topic' }
  | { readonly as: 'too-long' };
