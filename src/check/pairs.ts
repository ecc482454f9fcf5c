import type { DataFiles } from './files.ts';
import { type Row, rowsOf, sameFigure } from './rows.ts';

/** Two figures of one subject and measure, in units that can be compared. */
export type Pair = { readonly first: Row; readonly second: Row; readonly agree: boolean };

export function pairsOf(rows: readonly Row[]): readonly Pair[] {
  const earlier = new Map<string, readonly Row[]>();
  return rows.flatMap((second) => {
    const key = `${second.subject} ${second.measure}`;
    const before = earlier.get(key) ?? [];
    earlier.set(key, [...before, second]);
    return before.flatMap((first): readonly Pair[] => {
      const agree = sameFigure(first, second);
      return agree === null ? [] : [{ first, second, agree }];
    });
  });
}

/** How many figures two documents or more give, and agree on. */
export function agreements({ snapshots }: DataFiles): number {
  return snapshots.reduce((total, file) => {
    const agreed = pairsOf(rowsOf(file))
      .filter(({ first, second, agree }) => agree && first.document !== second.document)
      .map(({ first }) => `${first.subject} ${first.measure} ${first.unit === 'percent'}`);
    return total + new Set(agreed).size;
  }, 0);
}
