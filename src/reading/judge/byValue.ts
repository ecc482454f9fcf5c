import { lookup } from '../../figures/lookup.ts';
import type { Dataset, Snapshot, Subject } from '../../model/dataset.ts';
import type { Fact } from '../../model/facts.ts';
import { DERIVED_MEASURES, isOperation, type Measure, PUBLISHED_MEASURES } from '../../model/measures.ts';
import type { Amount } from '../../question/hear/mention.ts';
import type { Known } from '../../question/known.ts';
import type { Reading, Wanted } from '../../question/reading.ts';
import { type Item, only, says } from '../meaning/item.ts';
import type { Statement } from '../meaning/items.ts';
import { requestsOf } from '../request/requests.ts';
import { type Answer, judge } from './judge.ts';
import type { Option } from './reader.ts';
import { isValue } from './value.ts';

/** At most this many figures of one value. */
const MOST = 6;

/** "What are the 109.8 million?": an amount without a measure asks for the figures of this value. */
export function byValue(
  known: Known,
  statements: readonly Statement[],
  answer: Answer,
  options: readonly Option[],
): Reading | null {
  const first = statements.find(({ items }) => isOnlyAmount(items));
  if (!first || first !== statements[0]) return null;
  const [amount] = only(first.items, 'amount');
  if (!amount || (options[0] && options[0].cost < 1)) return null;
  const wanted = figuresOf(known, amount.amount, first.items)
    .slice(0, MOST)
    .flatMap((fact) => requestFor(known, fact, answer) ?? []);
  const [one, ...more] = new Map(wanted.map((each) => [JSON.stringify(each), each])).values();
  return one ? { as: 'requests', wanted: [one, ...more], setAside: [], continues: [] } : null;
}

function isOnlyAmount(items: readonly Item[]): boolean {
  return (
    only(items, 'amount').length === 1 &&
    !items.some((item) => item.is === 'limit' || (item.is === 'measure' && !isNoun(item.measure, items))) &&
    !says(items, 'above', 'below', 'each-axis', 'each-source', 'each-priority')
  );
}

/** "I 109,8 milioni di dotazione", "cosa sono 8.000 persone": the measure only names what is counted. */
function isNoun(measure: Measure, items: readonly Item[]): boolean {
  return measure === 'allocation' || (measure === 'participants' && says(items, 'what', 'definition'));
}

const SHOWN: readonly Measure[] = [
  ...PUBLISHED_MEASURES,
  ...DERIVED_MEASURES.filter((measure) => !isOperation(measure)),
];

/** Figures of a value at the dates named, or else at the latest date; older dates only where those have none. */
function figuresOf({ dataset }: Known, amount: Amount, items: readonly Item[]): readonly Fact[] {
  const dates = only(items, 'date').map(({ date }) => date);
  const things = only(items, 'thing').flatMap(({ subjects }) => subjects);
  const snapshots =
    dates.length > 0 ? dataset.snapshots.filter(({ date }) => dates.includes(date)) : [dataset.latest];
  const here = snapshots.flatMap((snapshot) =>
    facts(dataset, snapshot).filter((fact) => isValue(fact, amount)),
  );
  const older = dataset.snapshots.toReversed().filter((snapshot) => !snapshots.includes(snapshot));
  const found =
    here.length > 0
      ? here
      : older.flatMap((snapshot) => published(dataset, snapshot).filter((fact) => isValue(fact, amount)));
  const own = found.filter(({ subject }) => things.includes(subject));
  return own.length > 0 ? own : found;
}

function facts(dataset: Dataset, snapshot: Snapshot): readonly Fact[] {
  const shelf = { dataset, snapshot };
  const of = (subject: Subject, measures: readonly Measure[]) =>
    measures.flatMap((measure) => lookup(shelf, subject, measure));
  return [...dataset.subjects.values()].flatMap((subject) =>
    subject.kind === 'initiative' || subject.kind === 'indicator' || subject.kind === 'priority'
      ? of(subject, measuresOf(snapshot, subject))
      : of(subject, SHOWN),
  );
}

function published(dataset: Dataset, snapshot: Snapshot): readonly Fact[] {
  return [...dataset.subjects.values()].flatMap((subject) =>
    measuresOf(snapshot, subject).flatMap((measure) => lookup({ dataset, snapshot }, subject, measure)),
  );
}

function measuresOf({ figures }: Snapshot, subject: Subject): readonly Measure[] {
  return [...new Set(figures.filter((figure) => figure.subject === subject).map(({ measure }) => measure))];
}

/** The request that shows one figure. */
function requestFor(known: Known, { subject, measure, asOf }: Fact, answer: Answer): Wanted | null {
  const plain = { words: '', old: false };
  const items: readonly Item[] = [
    { ...plain, is: 'thing', subjects: [subject], how: 'name' },
    { ...plain, is: 'measure', measure },
    { ...plain, is: 'date', date: asOf, relation: 'at' },
  ];
  const scope: readonly Item[] =
    subject.kind === 'programme' ? [{ ...plain, is: 'sense', sense: 'programme' }, ...items.slice(1)] : items;
  const [best] = requestsOf(known, scope)
    .map((candidate) => judge(known, candidate, scope, [], answer))
    .sort((a, b) => a.cost - b.cost);
  return best?.answered.facts.some((fact) => fact.subject === subject && fact.measure === measure)
    ? best.wanted
    : null;
}
