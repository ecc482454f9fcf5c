import type { Subject } from '../model/dataset.ts';
import { sum, withPlaces } from '../model/decimal.ts';
import { derivedFact, type Fact, type PublishedFact } from '../model/facts.ts';
import { EMPLOYMENT_STATUSES, type Measure } from '../model/measures.ts';
import type { Axis, Bilingual } from '../model/schema.ts';
import { inUnit, type OpenShelf, plus, published } from './printed.ts';
import { thingsOf } from './things.ts';

/** Whom every axis that counts people counts: without one of them their sum is no total. */
const EVERYBODY: readonly Measure[] = ['participants', 'participants-female', 'participants-male'];
const VULNERABLE = ['participants-disability', 'participants-migrants', 'participants-other'] as const;

/** People: a sum of printed groups, priorities or axes, where the subject has no count of its own. */
export function people(
  shelf: OpenShelf,
  subject: Subject,
  measure: Measure,
  printed: readonly PublishedFact[],
): readonly Fact[] {
  if (inUnit(printed, 'count')) return [];
  const silent = subject.kind === 'programme' ? silentAxes(shelf, measure) : [];
  if (silent.length > 0 && EVERYBODY.includes(measure)) return [];
  const [first, ...rest] = peopleTerms(shelf, subject, measure).filter((fact) => fact !== undefined);
  if (!first || (rest.length === 0 && subject.kind === 'programme')) return [];
  const terms = [first, ...rest] as const;
  const value = withPlaces(sum(terms.map((fact) => fact.value)), 0);
  const notes = [...new Set(terms.flatMap((term) => term.notes)), ...silent.map(leftOut)];
  return [derivedFact(terms, { subject, measure, value, formula: plus(terms), notes })];
}

function silentAxes(shelf: OpenShelf, measure: Measure): readonly Axis[] {
  return thingsOf(shelf.dataset, 'axis').flatMap((axis) => {
    if (axis.record.countsParticipants === false) return [];
    return inUnit(shelf.lookup(shelf, axis, measure), 'count') ? [] : [axis.record];
  });
}

function leftOut({ short }: Axis): Bilingual {
  return {
    it: `${short.it} non è nella somma: la fonte non vi riporta questa cifra.`,
    en: `${short.en} is not in the sum: the source does not give this figure there.`,
  };
}

function peopleTerms(shelf: OpenShelf, subject: Subject, measure: Measure): readonly (Fact | undefined)[] {
  const counts = (subjects: readonly Subject[], measures: readonly Measure[]) =>
    subjects.flatMap((each) => measures.map((group) => inUnit(shelf.lookup(shelf, each, group), 'count')));
  if (subject.kind === 'programme') return counts(thingsOf(shelf.dataset, 'axis'), [measure]);
  if (measure === 'participants-vulnerable') {
    const groups = counts([subject], VULNERABLE);
    return groups.includes(undefined) ? [] : groups;
  }
  if (subject.kind === 'priority' && measure === 'participants')
    return counts([subject], EMPLOYMENT_STATUSES);
  if (subject.kind !== 'axis' || printsAxes(shelf, measure)) return [];
  const priorities = thingsOf(shelf.dataset, 'priority').filter(({ record }) => record.axis === subject.id);
  return counts(priorities, [measure]);
}

/** Where a document counts people axis by axis, an axis that it leaves out is not counted from elsewhere. */
function printsAxes(shelf: OpenShelf, measure: Measure): boolean {
  return thingsOf(shelf.dataset, 'axis').some((axis) => inUnit(published(shelf, axis, measure), 'count'));
}
