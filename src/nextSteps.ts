import type { Fact } from './programme/facts.ts';
import { type Measure, RATES } from './programme/measures.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';

/** What a person is likely to want next, as the request that gives it; `label` names the phrase on the button. */
export type NextStep = {
  readonly label: 'compareAxes' | 'briefingButton' | 'trendButton';
  readonly request: Request;
};

const MOST = 2;

/** At most two, never the answer that is already there. */
export function nextSteps({ request, facts }: Reply): readonly NextStep[] {
  if (!request) return [];
  const axis = onlyAxis(facts);
  const measure = rankable(facts);
  const { locale, command } = request;
  const steps: readonly (NextStep | null)[] = [
    axis && command !== 'briefing'
      ? { label: 'briefingButton', request: { locale, command: 'briefing', options: { axis } } }
      : null,
    measure && command !== 'ranking'
      ? { label: 'compareAxes', request: { locale, command: 'ranking', options: { measure } } }
      : null,
    axis && command !== 'trend'
      ? { label: 'trendButton', request: { locale, command: 'trend', options: { axis } } }
      : null,
  ];
  return steps.filter((step) => step !== null).slice(0, MOST);
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
  const flows: readonly string[] = [
    'allocation',
    'activated',
    'committed',
    'paid',
    'certified',
    'participants',
    'declared',
  ];
  return measure && (flows.includes(measure) || measure in RATES) ? measure : null;
}
