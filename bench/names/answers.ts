import type { Answered } from './process.ts';

export function quantile(answered: readonly Answered[], share: number): number {
  const times = answered.map(({ ms }) => ms).sort((a, b) => a - b);
  return times[Math.round((times.length - 1) * share)] ?? Number.NaN;
}

/** Of the queries that name something, the percentage that found it first. */
export function hits(answered: readonly Answered[]): number {
  const naming = answered.filter(({ hit }) => hit !== null);
  return (100 * naming.filter(({ hit }) => hit).length) / naming.length;
}
