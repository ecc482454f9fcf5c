import type { Subject } from '../programme/dataset.ts';
import { INDICATOR_MEASURES, type Measure, PEOPLE } from '../programme/measures.ts';
import type { Concept } from './concepts.ts';
import { measuresOfInitiatives } from './initiativeMeasures.ts';
import type { Understood, Wanted } from './reading.ts';

/** By what initiatives are put in order where the question does not say: each in a list of its own. */
const AMOUNTS: readonly Measure[] = ['activated', 'committed', 'paid', 'unspecified'];

/** Superlatives: "chi ha certificato di più?", "l'iniziativa più cara dell'asse II". */
export function ofRanking({ concepts, measures }: Understood, named: readonly Subject[]): Wanted | null {
  const says = (...any: readonly Concept[]) => any.some((concept) => concepts.includes(concept));
  const superlative = says('rank', 'rank-low');
  const status = concepts.some((concept) => concept.startsWith('status:'));
  if (!named.every(({ kind }) => kind === 'axis') || says('each-source')) return null;
  const within = named.length > 0 ? { axis: named.map(({ id }) => id).join(',') } : {};
  const by = (of: string, measured: readonly Measure[]) => ({
    command: 'ranking',
    options: { ...(of === 'axis' ? {} : { of }), ...within, measure: measured.join(','), ...order(concepts) },
  });
  if (superlative && says('command:initiative')) {
    const own = measuresOfInitiatives(measures);
    return by('initiative', own.length > 0 ? own : AMOUNTS);
  }
  if (superlative && says('result') && !status)
    return by('indicator', measures.includes('value') ? ['value'] : ['gap']);
  if (named.length > 0 || says('programme', 'total') || !(superlative || status)) return null;
  const people = measures.filter((measure) => PEOPLE.includes(measure));
  if (says('priority')) return people.length > 0 ? by('priority', people) : null;
  return measures.some((measure) => !INDICATOR_MEASURES.includes(measure)) ? by('axis', measures) : null;
}

/** "Di meno", and "chi è più indietro" as well. */
function order(concepts: readonly Concept[]): { readonly order?: string } {
  const low = concepts.includes('rank-low') || concepts.includes('status:below');
  return low ? { order: 'lowest' } : {};
}
