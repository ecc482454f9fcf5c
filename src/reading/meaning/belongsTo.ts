import type { Subject } from '../../model/dataset.ts';

export function belongsTo(thing: Subject, whole: Subject): boolean {
  if (thing.kind !== 'initiative' && thing.kind !== 'indicator') return false;
  const { axis, priority } = thing.record;
  return whole.id === axis || whole.id === priority;
}
