import type { Token } from '../search/matcher.ts';
import type { Concept } from './concepts.ts';
import type { Spot } from './spot.ts';

/** What the words stand for; `%` counts as the word it replaces, "da certificare" as what is still to be done. */
export function conceptsOf(text: string, said: readonly Token[], spots: readonly Spot[]): readonly Concept[] {
  const left = spots.some((each) => isStillToDo(said, each)) ? (['remaining'] as const) : [];
  const percent = text.includes('%') ? (['rate'] as const) : [];
  return [...spots.map(({ concept }) => concept), ...left, ...percent, ...superlatives(said, spots)];
}

/** What the most or the least of it is asked for, where the question says among what: "l'asse con più donne". */
function superlatives(said: readonly Token[], spots: readonly Spot[]): readonly Concept[] {
  const among = spots.some(({ concept }) => RANKED.has(concept));
  const before = spots.filter(isFlow).map(({ from }) => said[from - 1]?.term ?? '');
  const ranks = (words: ReadonlySet<string>) => among && before.some((word) => words.has(word));
  return [...(ranks(MORE) ? (['rank'] as const) : []), ...(ranks(LESS) ? (['rank-low'] as const) : [])];
}

const RANKED: ReadonlySet<Concept> = new Set([
  'axis',
  'each-axis',
  'priority',
  'result',
  'command:initiative',
]);
const MORE = new Set(['piu', 'more', 'most']);
const LESS = new Set(['meno', 'less', 'fewer', 'fewest']);

function isStillToDo(said: readonly Token[], each: Spot): boolean {
  return isFlow(each) && said[each.from - 1]?.term === 'da' && /[aei]re$/.test(said[each.from]?.term ?? '');
}

const isFlow = ({ concept }: Spot) => concept.startsWith('measure:') || concept === 'spent';
