import type { Unexplained } from '../../question/hear/unexplained.ts';
import type { Known } from '../../question/known.ts';
import { plainWords } from '../../question/lexicon/phrase.ts';
import { romanOf } from '../../search/text/numerals.ts';
import { fold } from '../../search/text/segment.ts';
import { type Item, only } from './item.ts';

/** The unexplained words outside the names of the items: "percorsi" is explained by "percorsi ITS". */
export function besideNames(
  known: Known,
  unexplained: readonly Unexplained[],
  items: readonly Item[],
): readonly Unexplained[] {
  if (unexplained.length === 0) return unexplained;
  const own = isOwn(known, items);
  return unexplained.filter(
    ({ word, understood }) => (understood && word.length < LONG) || !plainWords(word).every(own),
  );
}

/** Items without the numbers and measures that belong to a name: "persone" in "percorsi per persone in condizione di disagio". */
export function outsideNames(known: Known, items: readonly Item[]): readonly Item[] {
  if (!items.some((item) => item.is === 'thing' && item.how !== 'notation')) return items;
  const own = isOwn(known, items);
  return items.filter((item, at) => {
    const counted = items[at - 1];
    if (item.is === 'number') return !own(String(item.value)) && !own(fold(romanOf(item.value) ?? ''));
    if (item.is !== 'measure' || !COUNTS.test(item.measure)) return true;
    if (counted?.is === 'sense' && counted.sense === 'how-much') return true;
    return !plainWords(item.words).every(own);
  });
}

/** Measures whose words also stand in names of initiatives. */
const COUNTS = /^(?:participants|projects)/;

function isOwn({ lexicon }: Known, items: readonly Item[]): (word: string) => boolean {
  const own = only(items, 'thing')
    .filter(({ how }) => how !== 'notation')
    .flatMap(({ subjects }) => subjects.flatMap(({ id }) => lexicon.ownWords.get(id) ?? []));
  return (word) => own.some((words) => words.has(word) || isForm(words, word));
}

/** Whether a long word is another form of a word of the name: "migliorano", "migliorare". */
function isForm(words: ReadonlySet<string>, word: string): boolean {
  if (word.length < LONG) return false;
  const stem = word.slice(0, Math.max(STEM, word.length - ENDING));
  return [...words].some((own) => own.startsWith(stem));
}
const LONG = 8;
const STEM = 7;
const ENDING = 3;
