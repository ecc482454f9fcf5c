import type { AbsentTopic } from '../../model/schema.ts';
import type { Heard } from '../../question/hear/hear.ts';
import type { Known } from '../../question/known.ts';
import { only, says } from '../meaning/item.ts';
import type { Statement } from '../meaning/items.ts';
import { BOUND } from './costs.ts';
import type { Option } from './reader.ts';

/** A topic, the words that say it, and what the words around them cost. */
type AbsentMention = { readonly topic: AbsentTopic; readonly words: string; readonly cost: number };

/** The very words are a measure as well, of which there is a figure, or a term that is to be explained. */
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

/** A topic is heard where it explains the words as well as anything else does. */
const LEVEL = 0.2;

/** A reading without the topic has to be so much better. */
export const ABSENT = 0.4;

/** What people ask for and no document holds, where nothing says otherwise; its cost is that of the words around it. */
export function absentIn(
  { dataset }: Known,
  statements: readonly Statement[],
  { paths }: Heard,
): AbsentMention | null {
  for (const [at, { items }] of statements.entries())
    for (const item of only(items, 'sense')) {
      const topic = dataset.programme.absent.find(({ id }) => `absent:${id}` === item.sense);
      const measured = items.some(({ is }) => is === 'measure');
      const [own, first] = [paths[at], paths[0]];
      if (topic && own && first && own.cost - first.cost <= LEVEL && !(topic.yields && measured))
        return { topic, words: item.words, cost: own.cost - first.cost };
    }
  return null;
}
