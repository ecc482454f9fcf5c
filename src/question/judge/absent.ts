import type { AbsentTopic } from '../../programme/schema.ts';
import type { Heard } from '../hear/hear.ts';
import type { Known } from '../known.ts';
import { only, says } from '../meaning/item.ts';
import type { Said } from '../meaning/items.ts';
import { BOUND } from './costs.ts';
import type { Option } from './reader.ts';

/** The very words are a measure as well, of which there is a figure, or a term that is to be explained. */
export function isAnswered({ parts, cost, items }: Option, topic: number): boolean {
  if (says(items, 'definition', 'what') && only(items, 'term').length > 0) return cost < topic + BOUND;
  const measured =
    only(items, 'measure').length === 1 &&
    !items.some((item) => item.is === 'sense' && item.sense.startsWith('absent:'));
  return (
    measured &&
    cost < topic + TIED &&
    parts.every(({ answered, whole }) => whole && answered.facts.length > 0)
  );
}

const TIED = 0.15;

/** A topic is heard where it explains the words as well as anything else does. */
const LEVEL = 0.2;

/** A reading without the topic has to be so much better. */
export const ABSENT = 0.4;

/** What people ask for and no document holds, where nothing says otherwise; its cost is that of the words around it. */
export function absentIn(
  { dataset }: Known,
  said: readonly Said[],
  { paths }: Heard,
): { topic: AbsentTopic; cost: number } | null {
  for (const [at, { items }] of said.entries())
    for (const item of only(items, 'sense')) {
      const topic = dataset.programme.absent.find(({ id }) => `absent:${id}` === item.sense);
      const measured = items.some(({ is }) => is === 'measure');
      const [own, first] = [paths[at], paths[0]];
      if (topic && own && first && own.cost - first.cost <= LEVEL && !(topic.yields && measured))
        return { topic, cost: own.cost - first.cost };
    }
  return null;
}
