import { capitalised } from '../cards/words/names.ts';
import { lookup } from '../figures/lookup.ts';
import { measureName } from '../locale/measureName.ts';
import type { Fact } from '../model/facts.ts';
import { isAxisMoney, isMeasure, isRate, type Measure } from '../model/measures.ts';
import type { Request } from '../model/request.ts';
import type { Desk } from './desk.ts';
import type { Choice, Reply } from './reply.ts';

/** A request that a person is likely to make next; `label` names the phrase on the button. */
export type NextStep = {
  readonly label: 'compareAxes' | 'briefingButton' | 'trendButton';
  readonly request: Request;
};

const MOST = 2;

/** At most two steps, none of which repeats the reply; of the latest date of the request, except a trend, which shows every date. */
export function nextSteps({ request, facts }: Reply, date: string | undefined): readonly NextStep[] {
  if (!request) return [];
  const axis = onlyAxis(facts);
  const measure = rankable(facts);
  const { locale, command } = request;
  const [latest] = (date ?? '').split(',').sort().reverse();
  const dated = latest ? { date: latest } : {};
  const steps: readonly (NextStep | null)[] = [
    axis && command !== 'briefing'
      ? { label: 'briefingButton', request: { locale, command: 'briefing', options: { axis, ...dated } } }
      : null,
    measure && command !== 'ranking'
      ? { label: 'compareAxes', request: { locale, command: 'ranking', options: { measure, ...dated } } }
      : null,
    axis && command !== 'trend'
      ? { label: 'trendButton', request: { locale, command: 'trend', options: { axis } } }
      : null,
  ];
  return steps.filter((step) => step !== null).slice(0, MOST);
}

/** The same answer by another measure, of those that its things have at its dates; empty where it shows several. */
export function otherMeasures({ dataset, catalogue }: Desk, { request, facts }: Reply): readonly Choice[] {
  const command = catalogue.get(request?.command ?? '');
  const [option, spec] =
    Object.entries(command?.options ?? {}).find(([, { kind }]) => kind === 'measure') ?? [];
  const given = request && option !== undefined ? request.options[option] : undefined;
  if (!request || option === undefined || given === undefined || !isMeasure(given)) return [];
  const subjects = [...new Set(facts.map(({ subject }) => subject))];
  const dates = new Set(facts.map(({ asOf }) => asOf));
  const snapshots = dataset.snapshots.filter((snapshot) => dates.has(snapshot.date));
  const has = (measure: Measure) =>
    snapshots.some((snapshot) =>
      subjects.every((subject) => lookup({ dataset, snapshot }, subject, measure).length > 0),
    );
  return (spec?.of ?? [])
    .filter((measure) => measure !== given && has(measure))
    .map((measure) => ({
      kind: 'measure',
      id: measure,
      name: capitalised(measureName(measure, dataset, request.locale)),
      hint: '',
      request: { ...request, options: { ...request.options, [option]: measure } },
    }));
}

function onlyAxis(facts: readonly Fact[]): string | null {
  const ids = new Set(facts.map(({ subject }) => (subject.kind === 'axis' ? subject.id : '')));
  const [only] = ids;
  return ids.size === 1 && only ? only : null;
}

/** The first measure by which axes can be put in order. */
function rankable(facts: readonly Fact[]): Measure | null {
  const measure = facts.find(
    ({ subject }) => subject.kind === 'axis' || subject.kind === 'programme',
  )?.measure;
  return measure && (isAxisMoney(measure) || isRate(measure) || measure === 'participants') ? measure : null;
}
