import type { Absence } from '../figures/lookup.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import type { NameIndex } from '../search/matcher.ts';
import type { CommandText } from './lexicon/commandText.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { Wanted } from './reading.ts';

/** The part of an answer that the reader judges by. */
export type Answered = {
  readonly outcome: 'answer' | 'choose' | 'refuse';
  readonly facts: readonly Fact[];
  readonly absences: readonly Absence[];
};

/** Everything that the reader needs; it imports no desk, card or command. */
export type Known = {
  readonly dataset: Dataset;
  readonly names: NameIndex;
  readonly terms: NameIndex;
  readonly lexicon: Lexicon;
  /** The declarations of all commands. */
  readonly commands: readonly CommandText[];
  /** Answers a request, without a card. */
  readonly answer: (wanted: Wanted) => Answered;
};
