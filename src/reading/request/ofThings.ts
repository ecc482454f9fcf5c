import type { Subject } from '../../model/dataset.ts';
import type { Known } from '../../question/known.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import { exceptIn, type Item, only, saying, thingsIn } from '../meaning/item.ts';
import type { Filling } from './filled.ts';

const EACH: Partial<Record<string, Sense>> = {
  axis: 'each-axis',
  priority: 'each-priority',
  'funding-source': 'each-source',
};

/** The named things of a kind, or all of them after "each". */
export function ofThings({ dataset }: Known, kind: string, items: readonly Item[]): Filling | null {
  const named = only(items, 'thing').filter(({ subjects }) =>
    subjects.some((subject) => subject.kind === kind),
  );
  if (named.length > 0) {
    const own = named.flatMap(({ subjects }) => subjects.filter((subject) => subject.kind === kind));
    const things = [...new Set(own)];
    return { value: idsOf(things), takes: named, things };
  }
  const every = EACH[kind];
  const each = every ? saying(items, every) : [];
  if (each.length === 0 || exceptIn(items).length > 0) return null;
  const all = [...dataset.subjects.values()].filter((subject) => subject.kind === kind);
  return all.length > 0 ? { value: idsOf(all), takes: each, things: all } : null;
}

const idsOf = (things: readonly Subject[]) => things.map(({ id }) => id).join(',');

export function ofExcept(items: readonly Item[]): Filling | null {
  const things = exceptIn(items);
  return things.length > 0
    ? {
        value: idsOf(things),
        takes: [...only(items, 'except'), ...saying(items, 'each-axis', 'others', 'all')],
      }
    : null;
}

/** The first option takes the first thing, the second option the others. */
export function ofCompared(
  { dataset }: Known,
  items: readonly Item[],
  filled: ReadonlyMap<string, Filling>,
): Filling | null {
  const named = thingsIn(items);
  const each = saying(items, 'each-axis');
  const all =
    named.length === 0 && each.length > 0
      ? [...dataset.subjects.values()].filter(({ kind }) => kind === 'axis')
      : named;
  if (all.length < 2 || !all.every(({ kind }) => kind === all[0]?.kind)) return null;
  const isFirst = ![...filled.values()].some(({ things }) => things);
  const things = isFirst ? all.slice(0, 1) : all.slice(1);
  return { value: idsOf(things), things, takes: [...only(items, 'thing'), ...each] };
}

const KINDS: readonly (readonly [string, readonly Sense[]])[] = [
  ['initiative', ['each-initiative', 'initiative']],
  ['indicator', ['each-indicator', 'indicator']],
  ['priority', ['each-priority', 'priority']],
  ['funding-source', ['each-source', 'funding-source']],
  ['axis', ['each-axis', 'axis']],
];

export function ofKind(items: readonly Item[]): Filling | null {
  for (const [kind, senses] of KINDS) {
    const takes = saying(items, ...senses);
    if (takes.length > 0) return { value: kind, takes };
  }
  return null;
}
