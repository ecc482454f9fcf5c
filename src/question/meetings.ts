import type { Subject, SubjectKind } from '../programme/dataset.ts';
import { isAxisMoney } from '../programme/measures.ts';
import type { Concept } from './concepts.ts';
import { ofRanking } from './ranking.ts';
import type { Understood, Wanted } from './reading.ts';

/** Comparisons, rankings, changes, trends and briefings, where the question asks for one. */
export function ofMeetings(understood: Understood, named: readonly Subject[]): Wanted | null {
  const { concepts, measures } = understood;
  const trend = concepts.includes('command:trend') ? ofTrend(understood, named) : null;
  if (trend) return trend;
  const axes = named.filter(({ kind }) => kind === 'axis').map(({ id }) => id);
  const axis = axes.length > 0 ? { axis: axes.join(',') } : {};
  const measure = measures.length > 0 ? { measure: measures.join(',') } : {};
  const ofAxes = named.length === axes.length;
  if (asksOfChanges(understood) && ofAxes) return ofChanges(understood, axis);
  if (concepts.includes('command:briefing') && axes.length === 1 && measures.length === 0)
    return { command: 'briefing', options: axis };
  const ranking = ofRanking(understood, named);
  if (ranking) return ranking;
  const between = ofDifference(understood, named);
  if (between) return between;
  return concepts.includes('compare') ? ofComparison(understood, named, measure) : null;
}

/** Of things of one kind; of all axes where the question says so. */
function ofComparison(
  { desk, concepts }: Understood,
  named: readonly Subject[],
  measure: Wanted['options'],
): Wanted | null {
  const all = named.length === 0 && concepts.includes('each-axis') ? desk.dataset.programme.axes : named;
  const [first, ...others] = all;
  const alike = named.every(({ kind }) => kind === named[0]?.kind);
  if (!first || others.length === 0 || !alike) return null;
  const second = others.map(({ id }) => id).join(',');
  return { command: 'compare', options: { first: first.id, second, ...measure } };
}

/** "Differenza tra impegnato e pagato": two amounts of one axis, or of the programme. */
function ofDifference({ concepts, measures }: Understood, named: readonly Subject[]): Wanted | null {
  const [axis, ...others] = named;
  const one = others.length === 0 && (axis === undefined || axis.kind === 'axis');
  const amounts = measures.filter((measure) => measure !== 'gap');
  const asked = concepts.includes('compare') || measures.includes('gap');
  if (!asked || !one || amounts.length !== 2 || !amounts.every(isAxisMoney)) return null;
  const measure = [...amounts, 'difference'].join(',');
  return { command: 'spending', options: { ...(axis ? { axis: axis.id } : {}), measure } };
}

/** Words that ask how something moved. */
export const CHANGE = ['command:changes', 'falls', 'reprogramming'] as const satisfies readonly Concept[];

/** A reprogramming moves allocations: what was taken from an axis and given to another. */
function asksOfChanges({ concepts, measures }: Understood): boolean {
  return measures.includes('reprogrammed') || CHANGE.some((concept) => concepts.includes(concept));
}

function ofChanges(understood: Understood, axis: Wanted['options']): Wanted {
  const { concepts } = understood;
  const reprogrammed = concepts.includes('reprogramming') || understood.measures.includes('reprogrammed');
  const measures = understood.measures.filter((measure) => measure !== 'reprogrammed');
  const falls = concepts.includes('falls');
  const low = concepts.includes('rank-low');
  const ranks = low || concepts.includes('rank') || (falls && concepts.includes('each-axis'));
  const money = reprogrammed || (ranks && concepts.includes('amount'));
  const asked = money && measures.length === 0 ? ['allocation'] : measures;
  const measure = asked.length > 0 ? { measure: asked.join(',') } : {};
  const order = ranks ? { order: low !== falls ? 'lowest' : 'highest' } : {};
  return { command: 'changes', options: { ...axis, ...measure, ...order } };
}

const OVER_TIME: readonly SubjectKind[] = ['axis', 'priority', 'indicator'];

/** Of things of one kind, whose axis may be named as well; of all axes where the question names none. */
function ofTrend({ measures }: Understood, all: readonly Subject[]): Wanted | null {
  const smaller = all.filter(({ kind }) => kind !== 'axis');
  const named = smaller.length > 0 ? smaller : all;
  const [first] = named;
  const ids = named.map(({ id }) => id).join(',');
  const known = first === undefined || OVER_TIME.includes(first.kind);
  if (!known || !named.every(({ kind }) => kind === first?.kind)) return null;
  const own =
    first?.kind === 'indicator' ? measures.filter((measure) => measure === 'participants') : measures;
  const measure = own.length > 0 ? { measure: own.join(',') } : {};
  return { command: 'trend', options: { ...(first ? { [first.kind]: ids } : {}), ...measure } };
}
