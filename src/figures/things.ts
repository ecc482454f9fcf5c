import type { Dataset, Subject, SubjectKind } from '../model/dataset.ts';
import type { SubjectOf } from '../model/kinds.ts';

/** Every thing of a kind, in the order of the dataset. */
export function thingsOf<K extends SubjectKind>({ subjects }: Dataset, kind: K): readonly SubjectOf<K>[] {
  return [...subjects.values()].filter((subject): subject is SubjectOf<K> => subject.kind === kind);
}

/** The programme as a list, which is empty only in a dataset without one. */
export function wholeOf({ subjects, programme }: Dataset): readonly Subject[] {
  const whole = subjects.get(programme.id);
  return whole ? [whole] : [];
}

/** Whether a thing is one of these, or belongs to one of these. */
export function isAmong({ id, record }: Subject, wholes: readonly Subject[]): boolean {
  const own = [id, 'axis' in record ? record.axis : null, 'priority' in record ? record.priority : null];
  return wholes.some((whole) => own.includes(whole.id));
}

const KINDS_OF_WHOLE = ['axis', 'priority'] as const;

/** Whether a thing is among the axes and among the priorities that are named, where any are. */
export function isWithin(subject: Subject, wholes: readonly Subject[]): boolean {
  return KINDS_OF_WHOLE.every((kind) => {
    const named = wholes.filter((whole) => whole.kind === kind);
    return named.length === 0 || isAmong(subject, named);
  });
}
