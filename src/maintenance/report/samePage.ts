import { grouped } from '../../model/grouped.ts';
import type { Page, Token } from './page.ts';

/** How much two pages must have in common: below half, another page may be meant as well. */
const ALIKE = 0.5;

/**
 * Which page of a new text is which page of an old one, by what they say, both counted from 1: a slide may have come or
 * gone. A page that several could be is left out.
 */
export function samePages(old: readonly Page[], now: readonly Page[]): ReadonlyMap<number, number> {
  const words = [old, now].map((pages) => pages.map(countsOf));
  const [before = [], after = []] = words;
  const bestOf = (page: Counts, others: readonly Counts[]) => {
    const scores = others.map((other) => likeness(page, other));
    const most = Math.max(...scores);
    return most >= ALIKE && scores.filter((score) => score === most).length === 1
      ? scores.indexOf(most)
      : null;
  };
  return new Map(
    before.flatMap((page, at): readonly (readonly [number, number])[] => {
      const best = bestOf(page, after);
      const twin = best === null ? undefined : after[best];
      return best !== null && twin && bestOf(twin, before) === at ? [[at + 1, best + 1]] : [];
    }),
  );
}

type Counts = ReadonlyMap<string, number>;

/** Only words: numbers are what a new report changes. */
function countsOf({ tokens }: Page): Counts {
  const words = tokens.filter(({ kind }: Token) => kind === 'word');
  return new Map([...grouped(words, ({ plain }) => plain)].map(([word, all]) => [word, all.length]));
}

/** Words in common among all words of two pages, 0 to 1. */
function likeness(a: Counts, b: Counts): number {
  const count = (of: Counts, word: string) => of.get(word) ?? 0;
  const words = [...new Set([...a.keys(), ...b.keys()])];
  const common = words.reduce((sum, word) => sum + Math.min(count(a, word), count(b, word)), 0);
  const all = words.reduce((sum, word) => sum + Math.max(count(a, word), count(b, word)), 0);
  return all === 0 ? 0 : common / all;
}
