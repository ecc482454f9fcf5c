import type { Condition } from '../model/condition.ts';
import type { Dataset } from '../model/dataset.ts';
import { buildLexicon, type HeardCommand, type Lexicon } from '../question/lexicon/lexicon.ts';
import { buildNameIndex, type NameIndex } from '../search/matcher.ts';
import { namedTerms, namedThings } from '../search/names.ts';
import type { Catalogue } from './catalogue.ts';
import { type Examples, examplesOf } from './examples.ts';

/** All the data that answers come from: built whole, never changed, replaced whole on a reload. */
export type Desk = {
  readonly dataset: Dataset;
  readonly catalogue: Catalogue;
  /** The things that figures are about, and the words of the glossary. */
  readonly names: NameIndex;
  readonly terms: NameIndex;
  readonly lexicon: Lexicon;
  /** Absent where nothing follows the files. */
  readonly condition?: Condition;
  readonly examples: Examples;
};

/** A desk without its commands: plain data, which another thread can build and hand over. */
export type DeskData = Omit<Desk, 'catalogue' | 'condition'>;

export function openDesk(dataset: Dataset, catalogue: Catalogue): Desk {
  return { ...deskData(dataset, [...catalogue.values()]), catalogue };
}

export function deskData(dataset: Dataset, commands: readonly HeardCommand[]): DeskData {
  const things = namedThings(dataset.programme);
  const terms = namedTerms(dataset.programme);
  return {
    dataset,
    names: buildNameIndex(things),
    terms: buildNameIndex(terms),
    lexicon: buildLexicon(dataset.programme, { things, terms }, commands),
    examples: examplesOf(dataset),
  };
}
