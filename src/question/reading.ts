import type { Desk } from '../desk.ts';
import type { Subject } from '../programme/dataset.ts';
import type { Measure } from '../programme/measures.ts';
import type { AbsentTopic } from '../programme/schema.ts';
import type { Request } from '../request.ts';
import type { Named } from '../search/matcher.ts';
import type { Concept } from './concepts.ts';

/** A request without the language in which it is answered. */
export type Wanted = Omit<Request, 'locale'>;

/** What the words of a question mean, but for the things that it names. */
export type Understood = {
  readonly desk: Desk;
  readonly concepts: readonly Concept[];
  readonly measures: readonly Measure[];
};

/** What a question was taken for. */
export type Reading =
  | {
      readonly as: 'requests';
      readonly wanted: readonly [Wanted, ...Wanted[]];
      /** Words that may name something and that the requests leave out. */
      readonly setAside: readonly string[];
    }
  | {
      readonly as: 'choose';
      readonly text: string;
      readonly choices: readonly { readonly subject: Subject; readonly wanted: Wanted }[];
    }
  | { readonly as: 'absent'; readonly topic: AbsentTopic }
  | { readonly as: 'unknown-date'; readonly text: string }
  | {
      readonly as: 'unknown-subject';
      readonly text: string;
      readonly nearest: readonly Named[];
      /** The same question for the whole programme, where it makes sense. */
      readonly whole: Wanted | null;
    }
  | { readonly as: 'off-topic' }
  | { readonly as: 'too-long' };
