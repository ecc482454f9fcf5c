import type { Subject } from './dataset.ts';
import type { Decimal } from './decimal.ts';
import type { Fact } from './facts.ts';
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
