import type { Citation, Figure, Subject, Sum } from './dataset.ts';
import type { Decimal } from './decimal.ts';
import type { Measure, Unit } from './measures.ts';
import type { Note } from './schema.ts';

export type { Note } from './schema.ts';

type Common = {
  readonly subject: Subject;
  readonly measure: Measure;
  readonly value: Decimal;
  readonly unit: Unit;
  /** ISO date of the snapshot. */
  readonly asOf: string;
  /** What a careful reader must know. */
  readonly notes: readonly Note[];
};

export type PublishedFact = Common & {
  readonly status: 'published';
  readonly source: Citation;
  readonly also: readonly Citation[];
  readonly sum?: Sum;
};

/** Computed here; one without inputs cannot be built, so every derived fact leads back to printed figures. */
export type DerivedFact = Common & {
  readonly status: 'derived';
  readonly formula: Formula;
  readonly inputs: readonly [PublishedFact, ...PublishedFact[]];
  /** Of an operation: the figures that it was done with, in the order of its formula. */
  readonly operands?: readonly Fact[];
};

export type Fact = PublishedFact | DerivedFact;

/** Numbers and signs in reading order: 109.8, ' ÷ ', 379.0. Numbers are written out in the reader's language. */
export type Formula = readonly (Decimal | string)[];

export function publishedFact({ note, ...figure }: Figure, more: readonly Note[] = []): PublishedFact {
  const own = note && !more.includes(note) ? [note, ...more] : more;
  return { ...figure, status: 'published', notes: figure.sum ? [...own, figure.sum.note] : own };
}

/** A figure that a table has in several rows is computed from those; any other fact is what it is. */
export function ofParts(fact: Fact): Fact {
  if (fact.status === 'derived' || !fact.sum) return fact;
  const { sum, measure, value, ...rest } = fact;
  const [first, ...others] = sum.parts.map(
    (part): PublishedFact => ({ ...rest, measure, ...part, also: [] }),
  );
  if (!first) return fact;
  const formula = sum.parts.flatMap((part, at) => (at === 0 ? [part.value] : [' + ', part.value]));
  return derivedFact([first, ...others], { measure, value, formula });
}

/** Subject, unit and date of a derived fact are those of its first term unless said otherwise. */
export function derivedFact(
  terms: readonly [Fact, ...Fact[]],
  derived: Pick<DerivedFact, 'measure' | 'value' | 'formula'> &
    Partial<Pick<DerivedFact, 'subject' | 'unit' | 'notes' | 'operands'>>,
): DerivedFact {
  const [first] = terms;
  const [input, ...inputs] = terms.flatMap(printedInputs);
  return {
    subject: first.subject,
    unit: first.unit,
    asOf: first.asOf,
    status: 'derived',
    notes: [...new Set(terms.flatMap((term) => term.notes))],
    inputs: [input ?? printedInputs(first)[0], ...inputs],
    ...derived,
  };
}

/** The printed figures that a fact rests on; a published one rests on itself. */
export function printedInputs(fact: Fact): readonly [PublishedFact, ...PublishedFact[]] {
  return fact.status === 'published' ? [fact] : fact.inputs;
}
