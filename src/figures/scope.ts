import type { Subject, SubjectKind } from '../model/dataset.ts';
import { difference, sum } from '../model/decimal.ts';
import { derivedFact, type Fact } from '../model/facts.ts';
import type { Measure } from '../model/measures.ts';
import { roundedMillions } from './inMillions.ts';
import { type Absence, lookup } from './lookup.ts';
import { alike, type Shelf } from './printed.ts';
import { isAmong, thingsOf, wholeOf } from './things.ts';

/**
 * The things asked for or, where some of their kind are excepted, all the others; the whole programme where none is
 * named. What is excepted of one that stays is taken out of its figure: see `without`.
 */
export function scopeOf(
  { dataset }: Shelf,
  kind: SubjectKind,
  named: readonly Subject[],
  except: readonly Subject[],
): readonly Subject[] {
  if (named.length > 0) return named.filter((subject) => !isAmong(subject, except));
  if (except.some((subject) => subject.kind === kind))
    return thingsOf(dataset, kind).filter((subject) => !isAmong(subject, except));
  return wholeOf(dataset);
}

/** The figures of things without a part of each, the parts' own figures, and what parts have none. */
export function without(
  shelf: Shelf,
  { subjects, measures }: { readonly subjects: readonly Subject[]; readonly measures: readonly Measure[] },
  except: readonly Subject[],
): { readonly facts: readonly Fact[]; readonly absences: readonly Absence[] } {
  const each = subjects.flatMap((whole) =>
    measures.map((measure) => {
      const parts = except.filter((part) => isPart(whole, part) && !isOutside(shelf, whole, measure, part));
      return lessParts(shelf, measure, whole, parts);
    }),
  );
  return {
    facts: each.flatMap(({ facts }) => facts),
    absences: each.flatMap(({ absences }) => absences),
  };
}

function isPart(whole: Subject, part: Subject): boolean {
  if (part.kind !== 'initiative' && part.kind !== 'priority') return false;
  return whole.kind === 'programme' || (part !== whole && isAmong(part, [whole]));
}

/** Whether the published figure leaves the part out already, as its note says. */
function isOutside({ snapshot }: Shelf, whole: Subject, measure: Measure, part: Subject): boolean {
  return snapshot.excluded.some(
    (rule) => rule.subject === whole && rule.measure === measure && rule.amount.subject === part,
  );
}

function lessParts(shelf: Shelf, measure: Measure, whole: Subject, parts: readonly Subject[]) {
  const known = parts.map((part) => ({ part, facts: lookup(shelf, part, measure) }));
  const absences = known
    .filter(({ facts }) => facts.length === 0)
    .map(({ part }) => ({ subject: part, measure, asOf: shelf.snapshot.date, nearest: [] }));
  const found = known.map(({ facts }) => facts).filter(({ length }) => length > 0);
  const [from, ...less] = alike([lookup(shelf, whole, measure), ...found]) ?? [];
  if (!from || less.length === 0 || absences.length > 0) return { facts: found.flat(), absences };
  const value = difference(from.value, sum(less.map((fact) => fact.value)));
  const formula = [from.value, ...less.flatMap((fact) => [' − ', fact.value])];
  const result = from.unit === 'EUR' ? roundedMillions(value, formula) : { value, formula };
  const operands = [from, ...less] as const;
  return {
    facts: [...found.flat(), derivedFact(operands, { measure: 'difference', ...result, operands })],
    absences,
  };
}
