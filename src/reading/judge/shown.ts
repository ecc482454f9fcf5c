import type { Subject } from '../../model/dataset.ts';
import { isRate, isRemainder, type Measure, RATES, REMAINDERS } from '../../model/measures.ts';
import type { Answered } from '../../question/known.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import { belongsTo } from '../meaning/belongsTo.ts';
import type { Item } from '../meaning/item.ts';
import { LOOSELY } from '../request/ofMeasures.ts';
import type { Candidate } from '../request/requests.ts';
import { isValue } from './value.ts';

/** Whether an option takes an item and the answer shows it. */
export function isCovered(item: Item, { takes, wanted }: Candidate, { facts, absences }: Answered): boolean {
  if (!takes.has(item)) return false;
  if (item.is === 'sense' && item.sense === 'of-total' && facts.length > 0)
    return !asksShare(wanted) || facts.some(({ measure }) => measure === 'share-of-total');
  if (item.is === 'measure' && !wanted.options.measure && !wanted.options.group && facts.length > 0)
    return (
      LOOSELY.includes(item.measure) || facts.some(({ measure }) => answersMeasure(item.measure, measure))
    );
  if (item.is !== 'thing' || facts.length === 0) return true;
  const shown = [...facts, ...absences].map(({ subject }) => subject);
  return item.subjects.some((subject) =>
    shown.some((each) => each === subject || belongsTo(each, subject) || each.kind === 'group'),
  );
}

/** Whether a request asks for a share of the total, which the whole programme itself does not have. */
function asksShare({ options }: Candidate['wanted']): boolean {
  return (options.measure ?? '').split(',').includes('share-of-total');
}

export function isShown(item: Item, candidate: Candidate, { facts, absences }: Answered): boolean {
  if (item.is === 'measure')
    return [...facts, ...(candidate.measured || facts.length === 0 ? absences : [])].some(({ measure }) =>
      answersMeasure(item.measure, measure),
    );
  if (item.is === 'thing')
    return item.subjects.some((subject) =>
      isAbout(
        subject,
        candidate,
        facts.map((fact) => fact.subject),
      ),
    );
  if (item.is === 'amount')
    return facts.some((fact) => BROAD.includes(fact.subject.kind) && isValue(fact, item.amount));
  if (item.is !== 'sense') return false;
  if (WHOLE.test(item.sense))
    return (
      !(item.sense === 'of-total' && asksShare(candidate.wanted)) &&
      candidate.things.length === 0 &&
      facts.length > 0 &&
      facts.every(({ subject }) => WHOLES.includes(subject.kind))
    );
  const kind = EACH_KIND[item.sense];
  if (kind !== undefined && candidate.things.some((thing) => thing.kind === kind)) return true;
  if (item.sense === 'axis')
    return [...candidate.things, ...facts.map(({ subject }) => subject)].some(({ kind }) => kind === 'axis');
  if (item.sense === 'rate' || item.sense === 'percent' || item.sense === 'share')
    return facts.some(({ unit }) => unit === 'percent');
  return item.sense === 'indicator' && facts.some(({ subject }) => subject.kind === 'indicator');
}

/** Things of a kind in the request cover the sense "each of the kind". */
export const EACH_KIND: Partial<Record<Sense, Subject['kind']>> = {
  'each-axis': 'axis',
  'each-source': 'funding-source',
  'each-priority': 'priority',
  'each-indicator': 'indicator',
  'each-initiative': 'initiative',
};

/** A list of all initiatives does not answer "quale iniziativa ha 6 milioni?" */
const BROAD: readonly string[] = ['programme', 'axis', 'funding-source'];

const WHOLES: readonly string[] = ['programme', 'group'];

/** Senses of the whole, covered by an answer about nothing narrower. */
export const WHOLE = /^(?:programme|total|of-total)$/;

export function answersMeasure(asked: Measure, shown: Measure): boolean {
  if (asked === shown) return true;
  if (asked === 'participants' && shown === 'output') return true;
  if (isRate(shown)) return (RATES[shown] as readonly string[]).includes(asked);
  if (isRemainder(shown)) return REMAINDERS[shown] === asked;
  return false;
}

/** Whether an answer is about a thing, or about something that belongs to it. */
function isAbout(subject: Subject, { things, wanted }: Candidate, shown: readonly Subject[]): boolean {
  const ids = new Set(Object.values(wanted.options).flatMap((value) => value.split(',')));
  if (ids.has(subject.id)) return shown.length === 0 || wanted.options.except !== undefined;
  return things.some((thing) => belongsTo(thing, subject)) || shown.includes(subject);
}
