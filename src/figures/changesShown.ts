import { compare } from '../model/decimal.ts';
import type { Fact } from '../model/facts.ts';
import type { Change } from './changes.ts';

export function isAtBoth({ before, after }: Change): boolean {
  return before !== null && after !== null;
}

/** Initiatives and indicators come and go only between two dates that both speak of them. */
export function comparable(changes: readonly Change[]): readonly Change[] {
  const whole = changes.some(({ subject }) => subject.kind === 'programme' || subject.kind === 'axis');
  const both = changes.some(({ before }) => before) && changes.some(({ after }) => after);
  return whole || both ? changes : [];
}

/** The people of an axis are asked for, not also those of its indicators. */
export function ofLargest(changes: readonly Change[]): readonly Change[] {
  const whole = changes.filter(({ subject: { kind } }) => kind === 'programme' || kind === 'axis');
  return whole.length > 0 ? whole : changes;
}

/** The facts to show: those of figures that moved or, where none did, of figures that stayed; and each new or gone initiative. */
export function factsOf(changes: readonly Change[], grown: boolean): readonly Fact[] {
  const moved = changes.flatMap(({ before, after, difference, growth }) =>
    before && after && difference ? [before, after, difference, grown ? growth : null] : [],
  );
  const single = changes.flatMap(({ subject, before, after, moved }) =>
    moved && !(before && after) && subject.kind === 'initiative' ? [before ?? after] : [],
  );
  const same = moved.length > 0 ? [] : changes.flatMap(({ after, moved }) => (moved ? [] : [after]));
  return [...moved, ...single, ...same].filter((fact) => fact !== null);
}

export function bySize(changes: readonly Change[], order: 'highest' | 'lowest'): readonly Change[] {
  const sized = changes.flatMap((change) =>
    change.difference ? [{ change, by: change.difference.value }] : [],
  );
  const sorted = sized.sort((a, b) => (order === 'lowest' ? compare(a.by, b.by) : compare(b.by, a.by)));
  return [...sorted.map(({ change }) => change), ...changes.filter(({ difference }) => !difference)];
}
