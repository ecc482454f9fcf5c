import type { Catalogue } from './catalogue.ts';
import { type Examples, examplesOf } from './examples.ts';
import type { Dataset } from './programme/dataset.ts';
import { buildLexicon, type Lexicon } from './question/lexicon.ts';
import { buildNameIndex, type NameIndex } from './search/matcher.ts';
import { namedTerms, namedThings } from './search/names.ts';

/** Everything that a question is answered from: built whole, never changed, replaced whole on a reload. */
export type Desk = {
  readonly dataset: Dataset;
  readonly catalogue: Catalogue;
  /** The things that figures are about, and the words of the glossary. */
  readonly names: NameIndex;
  readonly terms: NameIndex;
  readonly lexicon: Lexicon;
  readonly examples: Examples;
};

export function openDesk(dataset: Dataset, catalogue: Catalogue): Desk {
  const things = namedThings(dataset.programme);
  return {
    dataset,
    catalogue,
    names: buildNameIndex(things),
    terms: buildNameIndex(namedTerms(dataset.programme)),
    lexicon: buildLexicon(dataset.programme, things, [...catalogue.values()]),
    examples: examplesOf(dataset),
  };
}
