import type { Subject, SubjectKind } from '../programme/dataset.ts';
import { INDICATOR_MEASURES, isMoney, type Measure, PEOPLE } from '../programme/measures.ts';
import { measuresOfInitiatives } from './initiativeMeasures.ts';
import { ofMeetings } from './meetings.ts';
import type { Understood, Wanted } from './reading.ts';

const ALLOCATION: readonly Measure[] = ['allocation', 'share'];
/** The requests that answer what was understood, one for each kind of thing; none where nothing was. */
export function wantedOf(understood: Understood, named: readonly Subject[]): readonly Wanted[] {
  const meeting = ofMeetings(understood, named);
  if (meeting) return [meeting];
  const subjects = withGroups(understood, named);
  if (subjects.length === 0) return ofProgramme(understood);
  const of = (kind: SubjectKind) => subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
  const initiatives = of('initiative');
  const indicators = of('indicator');
  const smaller = initiatives.length + indicators.length > 0;
  return [
    ...(of('programme').length > 0 ? ofProgramme(understood) : []),
    ...(initiatives.length > 0 ? [ofInitiatives(understood, initiatives)] : []),
    ...(indicators.length > 0
      ? [{ command: 'indicator', options: { indicator: indicators.join(',') } }]
      : []),
    ...(smaller ? [] : ofPriorities(understood, of('priority'))),
    ...(smaller ? moneyBeside(understood, indicators, of('axis')) : ofAxes(understood, of('axis'))),
    ...(smaller || of('axis').length > 0 ? [] : ofSources(understood, of('funding-source'))),
  ];
}

/** "Tutti gli assi" and "per fonte" name their things without naming each. */
function withGroups({ desk, concepts }: Understood, named: readonly Subject[]): readonly Subject[] {
  const all = [...desk.dataset.subjects.values()];
  if (named.length > 0) return named;
  const total = all.filter(({ kind }) => kind === 'programme' && concepts.includes('total'));
  if (concepts.includes('each-axis')) return [...total, ...all.filter(({ kind }) => kind === 'axis')];
  if (concepts.includes('each-source')) return all.filter(({ kind }) => kind === 'funding-source');
  return named;
}

/** "CR06, e l'impegnato dell'asse I": an indicator has no money, so that is asked of the axis beside it. */
function moneyBeside(
  { measures }: Understood,
  indicators: readonly string[],
  axes: readonly string[],
): readonly Wanted[] {
  const money = measures.filter(isMoney);
  return indicators.length > 0 && axes.length > 0 ? byMeasure({ axis: axes.join(',') }, money) : [];
}

function ofProgramme({ concepts, measures }: Understood): readonly Wanted[] {
  const status = concepts.find((concept) => concept.startsWith('status:'))?.slice('status:'.length);
  if (status) return [{ command: 'indicator', options: { status } }];
  if (concepts.includes('command:initiative') && !isMoneyOfProgramme(measures))
    return [{ command: 'initiative', options: {} }];
  if (concepts.includes('result') || measures.some((measure) => measure === 'target' || measure === 'gap'))
    return [{ command: 'indicator', options: {} }];
  if (concepts.includes('command:help')) return [{ command: 'help', options: {} }];
  if (concepts.includes('latest') && measures.length === 0) return [{ command: 'dataset', options: {} }];
  const wanted = byMeasure({}, measures);
  if (wanted.length > 0) return wanted;
  if (concepts.includes('amount') || concepts.includes('rate'))
    return [{ command: 'spending', options: { measure: 'allocation' } }];
  return concepts.includes('programme') || concepts.includes('total')
    ? [{ command: 'spending', options: { measure: OVERVIEW } }]
    : [];
}

const OVERVIEW = 'allocation,activated,committed,paid,certified';

function isMoneyOfProgramme(measures: readonly Measure[]): boolean {
  return measures.some((measure) => !['projects', 'funded', 'value'].includes(measure));
}

function ofAxes(understood: Understood, ids: readonly string[]): readonly Wanted[] {
  if (ids.length === 0) return [];
  const { concepts, measures } = understood;
  const axis = ids.join(',');
  if (concepts.includes('command:initiative')) return [{ command: 'initiative', options: { axis } }];
  const status = concepts.find((concept) => concept.startsWith('status:'));
  if (
    concepts.includes('result') ||
    status ||
    measures.some((measure) => INDICATOR_MEASURES.slice(1).includes(measure))
  )
    return ofIndicators(understood, ids);
  const wanted = byMeasure({ axis }, measures);
  if (wanted.length > 0) return wanted;
  if (concepts.includes('amount')) return [{ command: 'allocation', options: { axis } }];
  if (concepts.includes('rate') || concepts.includes('share'))
    return [{ command: 'allocation', options: { axis } }];
  return [{ command: 'axis', options: { axis } }];
}

/** One request for money, one for people: each has its own card. */
function byMeasure(
  options: Readonly<Record<string, string>>,
  measures: readonly Measure[],
): readonly Wanted[] {
  const people = measures.filter((measure) => PEOPLE.includes(measure));
  const money = measures.filter(
    (measure) => !PEOPLE.includes(measure) && !INDICATOR_MEASURES.includes(measure),
  );
  const onlyAllocation = money.length > 0 && money.every((measure) => ALLOCATION.includes(measure));
  const general = money.filter((measure) => !isOfInitiativesOnly(measure));
  return [
    ...(onlyAllocation && options.axis ? [{ command: 'allocation', options }] : []),
    ...(general.length > 0 && !(onlyAllocation && options.axis)
      ? [{ command: 'spending', options: { ...options, measure: general.join(',') } }]
      : []),
    ...(people.length > 0
      ? [{ command: 'participants', options: { ...options, group: people.join(',') } }]
      : []),
  ];
}

function isOfInitiativesOnly(measure: Measure): boolean {
  return ['admitted', 'funded', 'programmed', 'updated_budget', 'reprogrammed', 'granted'].includes(measure);
}

function ofIndicators({ desk, concepts }: Understood, axes: readonly string[]): readonly Wanted[] {
  const status = concepts.find((concept) => concept.startsWith('status:'))?.slice('status:'.length);
  const outputs = concepts.includes('measure:output');
  if (outputs) {
    const ids = desk.dataset.programme.indicators.filter(
      ({ kind, axis }) => kind === 'output' && axes.includes(axis),
    );
    return [{ command: 'indicator', options: { indicator: ids.map(({ id }) => id).join(',') } }];
  }
  return [{ command: 'indicator', options: { axis: axes.join(','), ...(status ? { status } : {}) } }];
}

/** Every kind of amount is given where the question names none that the source tells apart. */
function ofInitiatives({ measures }: Understood, ids: readonly string[]): Wanted {
  const strict = measuresOfInitiatives(measures);
  const options = { initiative: ids.join(',') };
  return {
    command: 'initiative',
    options: strict.length > 0 ? { ...options, measure: strict.join(',') } : options,
  };
}

/** The source has people, indicators and initiatives of a priority, and no money of its own. */
function ofPriorities({ desk, concepts, measures }: Understood, ids: readonly string[]): readonly Wanted[] {
  if (ids.length === 0) return [];
  const { indicators, initiatives } = desk.dataset.programme;
  const own = indicators.filter(({ priority }) => priority !== null && ids.includes(priority));
  const ofIndicators = measures.some((measure) => INDICATOR_MEASURES.includes(measure));
  const asked = concepts.includes('result') || (ofIndicators && !concepts.includes('command:initiative'));
  const people = measures.filter((measure) => PEOPLE.includes(measure));
  if (people.length > 0 && !(asked && own.length > 0))
    return [{ command: 'participants', options: { priority: ids.join(','), group: people.join(',') } }];
  const empty = !initiatives.some(({ priority }) => priority !== null && ids.includes(priority));
  if (own.length > 0 && (asked || empty)) {
    return [{ command: 'indicator', options: { indicator: own.map(({ id }) => id).join(',') } }];
  }
  const strict = measuresOfInitiatives(measures);
  const measure = strict.length > 0 ? { measure: strict.join(',') } : {};
  return [{ command: 'initiative', options: { priority: ids.join(','), ...measure } }];
}

function ofSources({ measures }: Understood, ids: readonly string[]): readonly Wanted[] {
  if (ids.length === 0) return [];
  const other = measures.filter(
    (measure) => !ALLOCATION.includes(measure) && !INDICATOR_MEASURES.includes(measure),
  );
  if (other.length > 0) return byMeasure({}, other);
  return [{ command: 'allocation', options: { source: ids.join(',') } }];
}
