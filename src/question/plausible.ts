import type { Desk } from '../desk.ts';
import type { Subject } from '../programme/dataset.ts';
import { lookup } from '../programme/lookup.ts';
import type { Measure } from '../programme/measures.ts';
import type { Match } from '../search/matcher.ts';

/** Whether the source has anything to say of what was asked; nothing asked rules nothing out. */
export function answers({ dataset }: Desk, subject: Subject, measures: readonly Measure[]): boolean {
  const shelf = { dataset, snapshot: dataset.latest };
  return measures.length === 0 || measures.some((measure) => lookup(shelf, subject, measure).length > 0);
}

const LIKELY = 0.45;
const CLOSE = 0.75;

/** Of the names that come near, the only one of which the source has what was asked. */
export function likeliest(desk: Desk, { candidates }: Match, measures: readonly Measure[]): Subject | null {
  const top = candidates[0]?.score ?? 0;
  if (measures.length === 0 || top < LIKELY) return null;
  const able = candidates
    .filter(({ score }) => score >= top * CLOSE)
    .flatMap(({ named }) => desk.dataset.subjects.get(named.id) ?? [])
    .filter((subject) => answers(desk, subject, measures));
  return able.length === 1 ? (able[0] ?? null) : null;
}
