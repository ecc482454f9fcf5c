import type { Item } from './item.ts';

/** "Quanti disoccupati ha raggiunto il programma?" counts people, and does not ask for a status. */
export function withoutReached(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex((item) => item.is === 'sense' && item.sense === 'how-much');
  const next = items[at + 1];
  const counted = at >= 0 && next !== undefined && (isPeople(next) || isOutput(next));
  const targeted = items.some((item) => item.is === 'measure' && item.measure === 'target');
  if (!counted || targeted) return items;
  return items.filter((item) => !(item.is === 'sense' && item.sense === 'status:reached'));
}

function isPeople(item: Item): boolean {
  return item.is === 'measure' && /^(?:participants|vulnerable)/.test(item.measure);
}

function isOutput(item: Item): boolean {
  return (
    item.is === 'thing' &&
    item.subjects.every(
      ({ kind, record }) => kind === 'indicator' && 'kind' in record && record.kind === 'output',
    )
  );
}
