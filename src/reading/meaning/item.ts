import type { Subject } from '../../model/dataset.ts';
import type { Measure } from '../../model/measures.ts';
import type { Amount, How } from '../../question/hear/mention.ts';
import type { Relation } from '../../question/hear/relations.ts';
import type { Sense } from '../../question/lexicon/sense.ts';

/**
 * Something that a question asks for and an answer must cover. `old` items come from the previous question and may be
 * dropped. Compared by identity.
 */
export type Item = { readonly words: string; readonly old: boolean } & (
  | { readonly is: 'thing'; readonly subjects: readonly Subject[]; readonly how: How }
  | { readonly is: 'except'; readonly subjects: readonly Subject[] }
  | { readonly is: 'measure'; readonly measure: Measure }
  | { readonly is: 'sense'; readonly sense: Sense; readonly count?: number }
  | { readonly is: 'limit'; readonly side: 'above' | 'below'; readonly amount: Amount }
  | { readonly is: 'top'; readonly count: number; readonly low: boolean }
  | { readonly is: 'date'; readonly date: string; readonly relation: Relation }
  | { readonly is: 'term'; readonly id: string }
  | { readonly is: 'amount'; readonly amount: Amount }
  | { readonly is: 'number'; readonly value: number }
);

export type ItemOf<K extends Item['is']> = Extract<Item, { readonly is: K }>;

export function only<K extends Item['is']>(items: readonly Item[], kind: K): readonly ItemOf<K>[] {
  return items.filter((item): item is ItemOf<K> => item.is === kind);
}

export function saying(items: readonly Item[], ...senses: readonly Sense[]): readonly ItemOf<'sense'>[] {
  return only(items, 'sense').filter(({ sense }) => senses.includes(sense));
}

export function says(items: readonly Item[], ...senses: readonly Sense[]): boolean {
  return items.some((item) => item.is === 'sense' && senses.includes(item.sense));
}

/** The things that the items name, in their order. */
export function thingsIn(items: readonly Item[]): readonly Subject[] {
  return [...new Set(only(items, 'thing').flatMap(({ subjects }) => subjects))];
}

export function exceptIn(items: readonly Item[]): readonly Subject[] {
  return [...new Set(only(items, 'except').flatMap(({ subjects }) => subjects))];
}
