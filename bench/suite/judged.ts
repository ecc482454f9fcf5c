import type { Budget, Line } from './line.ts';
import { median, type Spread, spreadOf } from './numbers.ts';

/** A line with what follows from its values; null where there is nothing to be said. */
export type Judged = Line & { readonly ratio: Spread | null; readonly met: boolean | null };

export function judged(line: Line): Judged {
  const ratios = line.product.flatMap((value, round) => {
    const beside = line.baseline[round];
    return beside === undefined || beside === 0 ? [] : [value / beside];
  });
  const ratio = ratios.length > 0 ? spreadOf(ratios) : null;
  return { ...line, ratio, met: isMet(line, ratio) };
}

function isMet({ budget, product }: Line, ratio: Spread | null): boolean | null {
  if (budget === null) return null;
  const value = budget.of === 'ratio' ? ratio?.median : median(product);
  if (value === undefined || Number.isNaN(value)) return null;
  return isWithin(value, budget);
}

const isWithin = (value: number, { atMost = Infinity, atLeast = -Infinity }: Budget) =>
  value <= atMost && value >= atLeast;
