import type { Absence } from '../figures/lookup.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import type { NameIndex } from '../search/matcher.ts';
import type { CommandText } from './lexicon/commandText.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { Wanted } from './reading.ts';

/** What a request is answered with, as far as the reader looks at it. */
export type Answered = {
  readonly outcome: 'answer' | 'choose' | 'refuse';
  readonly facts: readonly Fact[];
  readonly absences: readonly Absence[];
};

/** All that the reader knows: it imports no desk, no card and no command. */
export type Known = {
  readonly dataset: Dataset;
  readonly names: NameIndex;
  readonly terms: NameIndex;
  readonly lexicon: Lexicon;
  /** What each command takes, as it declares it. */
  readonly commands: readonly CommandText[];
  /** Answers a request, without a card. */
  readonly answer: (wanted: Wanted) => Answered;
};
