import { INITIATIVE_AMOUNTS, type Measure, PEOPLE } from '../programme/measures.ts';

/** What people say of an initiative's money without meaning one of the printed kinds. */
const LOOSELY: readonly Measure[] = [
  'allocation',
  'share',
  'funded',
  'granted',
  'programmed',
  'allocated',
  'declared',
];
const OF_INITIATIVES: readonly Measure[] = [...INITIATIVE_AMOUNTS, 'certified', 'projects', ...PEOPLE];

/** Of the measures that were said, those that tell one of an initiative's figures from another. */
export function measuresOfInitiatives(measures: readonly Measure[]): readonly Measure[] {
  return measures.filter((measure) => OF_INITIATIVES.includes(measure) && !LOOSELY.includes(measure));
}
