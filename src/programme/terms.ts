import type { Subject } from './dataset.ts';
import type { Decimal } from './decimal.ts';
import type { Fact } from './facts.ts';
import { isReading } from './inMillions.ts';
import type { Shelf } from './lookup.ts';
import type { Unit } from './measures.ts';

export function inUnit<T extends Fact>(facts: readonly T[], unit: Unit): T | undefined {
  return facts.find((fact) => fact.unit === unit);
}

export function axes(shelf: Shelf): readonly Subject[] {
  return [...shelf.dataset.subjects.values()].filter((subject) => subject.kind === 'axis');
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
