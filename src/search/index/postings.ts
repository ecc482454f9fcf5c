import { type Token, tokens } from '../text/normalise.ts';
import { type Holders, holdersOf } from './holders.ts';
import { type TermWeights, termWeightsOf } from './termWeights.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export type Named = {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  /** Names that win over equal names of things without own names. */
  readonly own?: readonly string[];
};

/**
 * Which things hold which term, and the terms of each of a thing's names ("phrase").
 * Typed arrays throughout: a hundred thousand names must not become a million objects.
 */
export type Postings = {
  readonly vocabulary: Vocabulary;
  readonly phraseTerms: Uint32Array;
  readonly phraseStarts: Uint32Array;
  readonly phrasesOf: Uint32Array;
  readonly holders: Holders;
  readonly termWeights: TermWeights;
};

/** A growing typed array: a plain array takes several times the memory while building. */
type Growing = { items: Uint32Array; length: number };

function push(list: Growing, value: number): void {
  if (list.length === list.items.length) {
    const larger = new Uint32Array(list.length * 2);
    larger.set(list.items);
    list.items = larger;
  }
  list.items[list.length++] = value;
}

const growing = (): Growing => ({ items: new Uint32Array(1024), length: 0 });
const trimmed = (list: Growing): Uint32Array => list.items.slice(0, list.length);

/** The tokens that name something; of a text made of stop words only, all. */
export function contentOf(all: readonly Token[]): readonly Token[] {
  const content = all.filter((token) => !token.stop);
  return content.length > 0 ? content : all;
}

export function postingsOf(named: readonly Named[]): Postings {
  const ids = new Map<string, number>();
  const [terms, starts, firsts] = [growing(), growing(), growing()];
  for (const { name, names } of named) {
    push(firsts, starts.length);
    for (const phrase of names.length === 0 ? [name] : new Set([name, ...names])) {
      push(starts, terms.length);
      pushTerms(terms, ids, phrase);
    }
  }
  push(starts, terms.length);
  push(firsts, starts.length - 1);
  const { vocabulary, place } = alphabetical(ids);
  const phraseTerms = trimmed(terms).map((id) => place[id] ?? 0);
  const forward = { phraseTerms, phraseStarts: trimmed(starts), phrasesOf: trimmed(firsts) };
  const { terms: all } = vocabulary;
  const holders = holdersOf(all.length, named.length, (visit) => eachOwner(forward, all.length, visit));
  return { vocabulary, ...forward, holders, termWeights: termWeightsOf(all, holders.counts) };
}

/** Each term of a name once. */
function pushTerms(terms: Growing, ids: Map<string, number>, phrase: string): void {
  const start = terms.length;
  for (const { term } of contentOf(tokens(phrase))) {
    const id = ids.get(term) ?? ids.size;
    if (id === ids.size) ids.set(term, id);
    if (!holds(terms, start, id)) push(terms, id);
  }
}

function holds({ items, length }: Growing, start: number, id: number): boolean {
  for (let at = start; at < length; at++) if (items[at] === id) return true;
  return false;
}

function alphabetical(ids: ReadonlyMap<string, number>): { vocabulary: Vocabulary; place: Uint32Array } {
  const sorted = [...ids.keys()].sort((a, b) => (a < b ? -1 : 1));
  const place = new Uint32Array(sorted.length);
  for (const [at, term] of sorted.entries()) place[ids.get(term) ?? 0] = at;
  return { vocabulary: vocabularyOf(sorted), place };
}

type Forward = Pick<Postings, 'phraseTerms' | 'phraseStarts' | 'phrasesOf'>;

/** Visits every term of every thing once, however many of its names hold it. */
function eachOwner(forward: Forward, termCount: number, visit: (term: number, owner: number) => void): void {
  const seenBy = new Uint32Array(termCount);
  for (let owner = 0; owner + 1 < forward.phrasesOf.length; owner++) {
    const from = forward.phraseStarts[forward.phrasesOf[owner] ?? 0] ?? 0;
    const to = forward.phraseStarts[forward.phrasesOf[owner + 1] ?? 0] ?? 0;
    for (let at = from; at < to; at++) {
      const term = forward.phraseTerms[at] ?? 0;
      if (seenBy[term] === owner + 1) continue;
      seenBy[term] = owner + 1;
      visit(term, owner);
    }
  }
}

/** How many things hold a term. */
export const heldBy = ({ holders }: Postings, term: number): number => holders.counts[term] ?? 0;
