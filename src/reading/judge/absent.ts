import type { AbsentTopic } from '../../model/schema.ts';
import type { Heard } from '../../question/hear/hear.ts';
import type { Known } from '../../question/known.ts';
import { only, says } from '../meaning/item.ts';
import type { Statement } from '../meaning/items.ts';
import { BOUND } from './costs.ts';
import type { Option } from './reader.ts';

/** A topic, its words, and the cost of the words around them. */
type AbsentMention = { readonly topic: AbsentTopic; readonly words: string; readonly cost: number };

/** Whether the words of a topic are also a measure with a figure, or a term to define. */
export function isAnswered({ parts, cost, items }: Option, topic: AbsentMention): boolean {
  if (says(items, 'definition', 'what') && only(items, 'term').length > 0) return cost < topic.cost + BOUND;
  const [measure, ...others] = only(items, 'measure');
  const measured =
    measure !== undefined &&
    others.length === 0 &&
    measure.words.length >= topic.words.length &&
    !items.some((item) => item.is === 'sense' && item.sense.startsWith('absent:'));
  return (
    measured &&
    cost < topic.cost + TIED &&
    parts.every(({ answered, whole }) => whole && answered.facts.length > 0)
  );
}

const TIED = 0.15;

/** A path with the topic may cost at most this much more than the cheapest one. */
const LEVEL = 0.2;

/** A reading without the topic must be cheaper by this much. */
export const ABSENT = 0.4;

/** The topic of a question that no document covers; null where the question asks for something else. */
export function absentIn(
  { dataset }: Known,
  statements: readonly Statement[],
  { paths }: Heard,
): AbsentMention | null {
  for (const [at, { items }] of statements.entries())
    for (const item of only(items, 'sense')) {
      if (!item.sense.startsWith('absent:')) continue;
      const topic = dataset.programme.absent.find(({ id }) => `absent:${id}` === item.sense);
      const measured = items.some(({ is }) => is === 'measure');
      const [own, first] = [paths[at], paths[0]];
      if (topic && own && first && own.cost - first.cost <= LEVEL && !(topic.yields && measured))
        return { topic, words: item.words, cost: own.cost - first.cost };
    }
  return null;
}
