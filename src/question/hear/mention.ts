import type { Subject } from '../../model/dataset.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { Unit } from '../../model/measures.ts';
import type { Span } from '../lexicon/pieces.ts';
import { isTalk, type Sense } from '../lexicon/sense.ts';

/** A number in a question; `unit` is null where the question gives none. */
export type Amount = {
  readonly value: Decimal;
  readonly unit: Exclude<Unit, 'EUR'> | 'EUR' | null;
  /** The form that an option takes: "20 Mln", "50 %". */
  readonly text: string;
};

/** A date with the parts that the question gives; null for each missing part. */
export type PartialDate = {
  readonly year: string | null;
  readonly month: string | null;
  readonly day: string | null;
};

/** One possible meaning of a part of a question; the same words may have several mentions. */
export type Mention = Span & {
  /** The cost of reading the words so; 0 for an exact match. */
  readonly cost: number;
} & (
    | { readonly is: 'sense'; readonly sense: Sense; readonly also?: readonly Sense[] }
    /** One thing, or several of which any or all may be asked about. */
    | { readonly is: 'thing'; readonly subjects: readonly Subject[]; readonly how: How }
    | { readonly is: 'missing'; readonly kind: 'axis' | 'pi'; readonly text: string }
    | { readonly is: 'term'; readonly id: string }
    | { readonly is: 'date'; readonly dates: readonly PartialDate[] }
    | { readonly is: 'amount'; readonly amount: Amount }
    /** A small number, as a count or an ordinal: "2", "IV", "tre". */
    | { readonly is: 'number'; readonly value: number; readonly roman: boolean }
  );

/** In the field's notation, by a whole name, or by a similar name. */
export type How = 'notation' | 'name' | 'like';

export type Kind = Mention['is'];

export type Of<K extends Kind> = Extract<Mention, { readonly is: K }>;

export function isOf<K extends Kind>(kind: K): (mention: Mention) => mention is Of<K> {
  return (mention): mention is Of<K> => mention.is === kind;
}

/** Words that have a sense beyond doubt. */
export function senseAt(sense: Sense, from: number, to = from + 1): Of<'sense'> {
  return { is: 'sense', sense, from, to, cost: 0 };
}

export function isSense(mention: Mention | undefined, ...senses: readonly Sense[]): boolean {
  return mention?.is === 'sense' && senses.includes(mention.sense);
}

export function isMeasure(mention: Mention | undefined): boolean {
  return mention?.is === 'sense' && mention.sense.startsWith('measure:');
}

export function isSmallTalk(mention: Mention): boolean {
  return mention.is === 'sense' && isTalk(mention.sense);
}
