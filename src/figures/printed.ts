import type { Dataset, Snapshot, Subject } from '../model/dataset.ts';
import { compare, type Decimal, saysTheSame } from '../model/decimal.ts';
import { type Fact, type PublishedFact, publishedFact } from '../model/facts.ts';
import { grouped } from '../model/grouped.ts';
import type { Measure, Unit } from '../model/measures.ts';
import { isReading, millionsOf } from './inMillions.ts';

/** Where figures are looked up: one snapshot of one dataset. */
export type Shelf = { readonly dataset: Dataset; readonly snapshot: Snapshot };

/** What `lookup` is: figures computed from others take it as an argument, for those may be computed themselves. */
export type Lookup = (shelf: Shelf, subject: Subject, measure: Measure) => readonly Fact[];

/** A shelf with the function that looks figures up on it. */
export type OpenShelf = Shelf & { readonly lookup: Lookup };

/** The printed figures of one measure of one subject, in every unit in which it is printed, each once. */
export function published({ snapshot }: Shelf, subject: Subject, measure: Measure): readonly PublishedFact[] {
  const outside = snapshot.excluded
    .filter((rule) => rule.subject.id === subject.id && rule.measure === measure)
    .map((rule) => rule.note);
  return once(
    withCaveats(
      figuresOf(snapshot, subject)
        .filter((figure) => figure.measure === measure)
        .map((figure) => publishedFact(figure, outside)),
    ),
  );
}

const bySubject = new WeakMap<Snapshot, ReadonlyMap<string, Snapshot['figures']>>();

/** The printed figures of a subject; a snapshot never changes, and is sorted by subjects once. */
function figuresOf(snapshot: Snapshot, { id }: Subject): Snapshot['figures'] {
  const known = bySubject.get(snapshot) ?? grouped(snapshot.figures, ({ subject }) => subject.id);
  bySubject.set(snapshot, known);
  return known.get(id) ?? [];
}

/**
 * What one document's figure needs said is said of the same figure in any other, whichever of them answers; what a note
 * says of its document alone stays with that document.
 */
function withCaveats(facts: readonly PublishedFact[]): readonly PublishedFact[] {
  if (facts.length < 2) return facts;
  return facts.map((fact) => {
    const others = facts.filter((other) => isOfOtherDocument(fact, other) && saysOneAmount(fact, other));
    const caveats = others.flatMap(({ notes }) => notes.filter(({ detail }) => detail !== true));
    return caveats.length === 0 ? fact : { ...fact, notes: [...new Set([...fact.notes, ...caveats])] };
  });
}

const isOfOtherDocument = (a: PublishedFact, b: PublishedFact): boolean =>
  a.measure === b.measure && a.source.document !== b.source.document;

/** 32,8 Mln € and 32.874.516,00 €: one of them is the other, rounded or cut. */
function saysOneAmount(a: PublishedFact, b: PublishedFact): boolean {
  if (a.unit === b.unit) return saysTheSame(a.value, b.value);
  const [one, other] = [a, b].map(exactMillions);
  return one && other ? saysTheSame(one, other) : false;
}

/**
 * A figure that a second document prints as well is one fact, of the first document, also printed in the other:
 * 236,7 Mln € says all of 236.700.000,00 €, and 32,8 Mln € not all of 32.874.516,00 €.
 */
function once(facts: readonly PublishedFact[]): readonly PublishedFact[] {
  const same = (a: PublishedFact, b: PublishedFact) =>
    a.measure === b.measure &&
    (a.unit === b.unit || a.source.document !== b.source.document) &&
    sameAmount(a, b);
  return facts.flatMap((fact, at) => {
    if (facts.findIndex((other) => same(other, fact)) < at) return [];
    const again = facts.slice(at + 1).filter((other) => same(fact, other));
    if (again.length === 0) return [fact];
    return [
      {
        ...fact,
        also: [...fact.also, ...again.flatMap(({ source, also }) => [source, ...also])],
        notes: [...new Set([fact, ...again].flatMap(({ notes }) => notes))],
      },
    ];
  });
}

function sameAmount(a: PublishedFact, b: PublishedFact): boolean {
  if (a.unit === b.unit) return compare(a.value, b.value) === 0;
  const [one, other] = [a, b].map(exactMillions);
  return one && other ? compare(one, other) === 0 : false;
}

function exactMillions({ unit, value }: PublishedFact): Decimal | null {
  if (unit === 'MEUR') return value;
  return unit === 'EUR' ? millionsOf(value) : null;
}

/** Every printed figure of a subject, in the order of the dataset. */
export function everyFigure({ snapshot }: Shelf, subject: Subject): readonly PublishedFact[] {
  return once(withCaveats(figuresOf(snapshot, subject).map((figure) => publishedFact(figure))));
}

export function inUnit<T extends Fact>(facts: readonly T[], unit: Unit): T | undefined {
  return facts.find((fact) => fact.unit === unit);
}

/** 184.3, ' + ', 190.9: the terms of a sum, as its formula says them. */
export function plus(facts: readonly Fact[]): (Decimal | string)[] {
  return facts.flatMap((fact, at) => (at === 0 ? [fact.value] : [' + ', fact.value]));
}

const ALIKE: readonly { readonly unit: Unit; readonly exact: boolean }[] = [
  { unit: 'MEUR', exact: true },
  { unit: 'EUR', exact: false },
  { unit: 'MEUR', exact: false },
  { unit: 'count', exact: true },
];

/**
 * A figure of each list, all in one unit, to compute with: the millions that documents print, else exact euros,
 * else millions read from euros, else counts; null where they have no such unit in common.
 */
export function alike(lists: readonly (readonly Fact[])[]): readonly Fact[] | null {
  const choices = ALIKE.map(({ unit, exact }) =>
    lists.map((facts) => inUnit(exact ? facts.filter((fact) => !isReading(fact)) : facts, unit)),
  );
  const whole = choices.find((choice) => !choice.includes(undefined));
  return whole ? whole.filter((fact) => fact !== undefined) : null;
}
