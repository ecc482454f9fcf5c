import type { ChartSpec } from '../../src/cards/charts/spec.ts';
import type { Locale } from '../../src/model/locale.ts';
import { reply } from '../desk.ts';

const SLIDES = { date: '2020-12-31' };

/** Requests whose answers have a picture: every command that gives one, in its crowded forms and its plain ones. */
const REQUESTS: Readonly<Record<string, readonly [command: string, options: Record<string, string>]>> = {
  briefing: ['briefing', { axis: 'axis-3', ...SLIDES }],
  briefingOpen: ['briefing', { axis: 'axis-2', date: '2021-12-31' }],
  rankedAxes: ['ranking', { measure: 'certified', ...SLIDES }],
  rankedRates: ['ranking', { measure: 'rate-commitment', ...SLIDES }],
  rankedInitiatives: ['ranking', { measure: 'activated', of: 'initiative', ...SLIDES }],
  rankedUnspecified: ['ranking', { measure: 'unspecified', of: 'initiative', ...SLIDES }],
  rankedIndicators: ['ranking', { measure: 'value', ...SLIDES }],
  rankedGaps: ['ranking', { measure: 'gap', ...SLIDES }],
  rankedSources: ['ranking', { measure: 'allocation', of: 'funding-source', ...SLIDES }],
  trendAllocation: ['trend', { measure: 'allocation' }],
  trendCommitted: ['trend', { measure: 'committed' }],
  trendOne: ['trend', { axis: 'axis-2', measure: 'allocation' }],
  trendFlat: ['trend', { axis: 'axis-4', measure: 'allocation' }],
  trendOneCommitted: ['trend', { axis: 'axis-1', measure: 'committed' }],
  trendMeasures: ['trend', { axis: 'axis-3' }],
  trendPeople: ['trend', { axis: 'axis-1', measure: 'participants' }],
  trendRate: ['trend', { axis: 'axis-2', measure: 'rate-commitment' }],
  trendSum: ['trend', { axis: 'axis-1,axis-2', measure: 'committed,sum' }],
  compareTwo: ['compare', { first: 'axis-1', second: 'axis-2', ...SLIDES }],
  compareThree: ['compare', { first: 'axis-1,axis-2', second: 'axis-3', ...SLIDES }],
  compareAll: ['compare', { first: 'axis-1,axis-2,axis-3', second: 'axis-4,axis-5', ...SLIDES }],
  compareOne: ['compare', { first: 'axis-1', second: 'axis-2', measure: 'certified', ...SLIDES }],
  compareIndicators: ['compare', { first: 'cr03-10.i', second: 'cr03-10.iv', ...SLIDES }],
  compareSources: ['compare', { first: 'eu', second: 'state', ...SLIDES }],
  changes: ['changes', {}],
  changesReprogramming: ['changes', { from: '2019-12-31', to: '2020-12-31', measure: 'allocation' }],
  changesAxis: ['changes', { from: '2019-12-31', to: '2020-12-31', axis: 'axis-1' }],
  changesLatest: ['changes', { from: '2020-12-31', to: '2021-12-31' }],
  changesPeople: ['changes', { from: '2018-12-31', to: '2019-12-31', measure: 'participants' }],
  people: ['participants', SLIDES],
  peopleAxis: ['participants', { axis: 'axis-2', ...SLIDES }],
  peopleAxes: ['participants', { axis: 'axis-1,axis-2,axis-3', ...SLIDES }],
  women: ['participants', { axis: 'axis-1,axis-2,axis-3', group: 'participants-female', ...SLIDES }],
  allocation: ['allocation', SLIDES],
  sources: ['allocation', { source: 'eu,state,region', ...SLIDES }],
  allocationAxes: ['allocation', { axis: 'axis-1,axis-2', ...SLIDES }],
};

/** What those requests are answered with, by name; null where an answer has no picture. */
export function askedPictures(locale: Locale): Readonly<Record<string, ChartSpec | null>> {
  return Object.fromEntries(
    Object.entries(REQUESTS).map(([name, [command, options]]) => [
      name,
      reply(command, options, locale).chart ?? null,
    ]),
  );
}
