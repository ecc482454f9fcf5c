import { type Amount, amountIn } from '../model/amount.ts';
import type { Subject } from '../model/dataset.ts';
import { compare, type Decimal, difference, withPlaces } from '../model/decimal.ts';
import { type DerivedFact, derivedFact, type Fact } from '../model/facts.ts';
import type { Measure } from '../model/measures.ts';
import { isAmong } from './things.ts';

/** The things and figures that a request leaves out of a list; a figure equal to `above` or `below` stays in. */
export type Limits = {
  readonly except: readonly Subject[];
  readonly top: number | null;
  readonly above: Amount | null;
  readonly below: Amount | null;
  /** Which end `top` is counted from. */
  readonly order: 'highest' | 'lowest';
};

type Given = { readonly [K in keyof Limits]?: NonNullable<Limits[K]> | undefined };

export function limitsOf({ except = [], top, above, below, order = 'highest' }: Given): Limits {
  return { except, top: top ?? null, above: above ?? null, below: below ?? null, order };
}

/** Whether a thing is left out by its own name, or by that of its axis or priority. */
export function isExcepted({ except }: Pick<Limits, 'except'>, subject: Subject): boolean {
  return isAmong(subject, except);
}

/** One measure of one thing, in every unit in which it is known. */
export type Figures = readonly [Fact, ...Fact[]];

/** Of nothing there are no figures. */
export function figuresOf([first, ...others]: readonly Fact[]): readonly Figures[] {
  return first ? [[first, ...others]] : [];
}

/** Whether a figure is within the limits: `fact` is the one to compare in the unit of the limit. */
export type Claim = {
  readonly holds: boolean;
  readonly figures: Figures;
  readonly fact: Fact;
  /** How far it is from the limit that decides; null between two limits, and where it equals what was asked. */
  readonly gap: DerivedFact | null;
  /** The limit that decides, in the unit of the fact. */
  readonly limit: Decimal;
};

/**
 * What the limits leave of some figures: `claim` of a single one says whether it is within; of several those within,
 * or all of them where none is. `unfit` are limits in a unit that no figure has.
 */
export type Judged = {
  readonly limits: Limits;
  readonly outcome: 'all' | 'some' | 'none' | 'claim' | 'unfit';
  readonly kept: readonly Figures[];
  readonly claim: Claim | null;
  /** What the first are first by, where the request does not say. */
  readonly by: Measure | 'amount' | null;
};

/** `single` where the request is about one thing: the request then asks whether that thing is within the limits. */
export function judged(
  all: readonly Figures[],
  asked: Limits,
  single: boolean,
  by: Judged['by'] = null,
): Judged {
  const limits = inUnitOf(all, asked);
  const { above, below } = limits;
  const result = (outcome: Judged['outcome'], kept: readonly Figures[], claim: Claim | null = null) => ({
    limits,
    outcome,
    kept,
    claim,
    by,
  });
  if ((!above && !below) || all.length === 0) return result('all', first(all, limits));
  const claims = all.flatMap((figures) => claimOf(figures, limits) ?? []);
  const [only] = claims;
  if (!only) return result('unfit', []);
  if (single) return result('claim', all, only);
  const within = claims.filter(({ holds }) => holds).map(({ figures }) => figures);
  return within.length > 0 ? result('some', first(within, limits)) : result('none', all);
}

/** The figures, with the distance from the limit that a claim is about; none where the limits fit no figure. */
export function factsWithin({ outcome, claim }: Judged, facts: readonly Fact[]): readonly Fact[] {
  if (outcome === 'unfit') return [];
  return claim?.gap ? [...facts, claim.gap] : facts;
}

/** A bare number is in the unit in which the figures are said first; of people it counts them. */
function inUnitOf([first]: readonly Figures[], limits: Limits): Limits {
  const unit = (first?.find((fact) => fact.unit !== 'percent') ?? first?.[0])?.unit;
  const read = (amount: Amount | null) => amount && { ...amount, unit: amount.unit ?? unit ?? null };
  return { ...limits, above: read(limits.above), below: read(limits.below) };
}

/** The first few by size, or those given where no number was asked for. */
function first(all: readonly Figures[], { top, order }: Limits): readonly Figures[] {
  return top === null ? all : inOrder(all, order).slice(0, top);
}

export function inOrder(all: readonly Figures[], order: 'highest' | 'lowest'): readonly Figures[] {
  return all.toSorted(([a], [b]) =>
    order === 'lowest' ? compare(a.value, b.value) : compare(b.value, a.value),
  );
}

/** Null where no unit of the figure is that of the limits. */
export function claimOf(figures: Figures, { above, below }: Limits): Claim | null {
  const limit = above ?? below;
  const fact = limit && comparable(figures, limit);
  if (!fact) return null;
  const [least, most] = [above, below].map((each) => each && amountIn(each, fact.unit));
  const deciding = decidingLimit(fact.value, least ?? null, most ?? null);
  return deciding
    ? { figures, fact, ...deciding, gap: deciding.apart ? gapOf(fact, deciding.limit) : null }
    : null;
}

type Deciding = { readonly holds: boolean; readonly limit: Decimal; readonly apart: boolean };

function decidingLimit(value: Decimal, least: Decimal | null, most: Decimal | null): Deciding | null {
  if (least && most && compare(least, most) === 0) {
    const holds = compare(withPlaces(value, Math.min(value.places, least.places)), least) === 0;
    return { holds, limit: least, apart: !holds };
  }
  const [low, high] = [
    least !== null && compare(value, least) < 0,
    most !== null && compare(value, most) > 0,
  ];
  const limit = low ? least : high ? most : (least ?? most);
  if (!limit) return null;
  const between = least !== null && most !== null && !low && !high;
  return { holds: !low && !high, limit, apart: !between && compare(value, limit) !== 0 };
}

/** The first figure in the unit of the limit; exact euros where the limit is finer than what is printed. */
function comparable(figures: Figures, limit: Amount): Fact | null {
  const [first, ...others] = figures.filter(({ unit }) => amountIn(limit, unit) !== null);
  if (!first) return null;
  const asked = amountIn(limit, first.unit);
  const euros = others.find(({ unit }) => unit === 'EUR');
  return euros && asked && asked.places > first.value.places ? euros : first;
}

/** As precise as the figure: what a person asks for is exact. */
function gapOf(fact: Fact, limit: Decimal): DerivedFact {
  const exact = withPlaces(limit, Math.max(limit.places, fact.value.places));
  const more = compare(fact.value, limit) > 0;
  const value = more ? difference(fact.value, exact) : difference(exact, fact.value);
  const formula = more ? [fact.value, ' − ', limit] : [limit, ' − ', fact.value];
  return derivedFact([fact], { measure: 'difference', value, formula, operands: [fact] });
}
