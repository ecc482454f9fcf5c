import { indicatorsCard } from '../src/cards/indicators.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options/options.ts';
import { type Figures, factsWithin, figuresOf, isExcepted, judged, limitsOf } from '../src/figures/limits.ts';
import { lookup, lookupAll } from '../src/figures/lookup.ts';
import type { Shelf } from '../src/figures/printed.ts';
import { isWithin, thingsOf } from '../src/figures/things.ts';
import type { Subject } from '../src/model/dataset.ts';
import type { SubjectOf } from '../src/model/kinds.ts';
import type { Measure } from '../src/model/measures.ts';
import { type AskedStatus, type Status, statusOf } from '../src/model/status.ts';

const RESULT: readonly Measure[] = ['value', 'target', 'gap'];

export default defineCommand({
  text: {
    it: { name: 'indicatore', description: 'Valore, target e distanza dal target di un indicatore' },
    en: { name: 'indicator', description: 'Value, target and distance to target of an indicator' },
  },
  options: {
    indicator: options.indicator(
      'Codice o che cosa misura; tutti se non indicato',
      'Code or what it measures; all of them if not given',
    ),
    axis: options.axis('Solo gli indicatori di questo asse', 'Only the indicators of this axis'),
    priority: options.priority(
      'Solo gli indicatori di questa priorità d’investimento',
      'Only the indicators of this investment priority',
    ),
    status: {
      kind: 'status',
      text: {
        it: {
          name: 'stato',
          description: 'Quelli che hanno raggiunto il target, vicini o sotto; o se sono in linea',
        },
        en: {
          name: 'status',
          description: 'Those that reached the target, near it or below it; or whether on track',
        },
      },
    },
    top: options.top,
    except: options.except(['indicator', 'axis', 'priority']),
    above: options.above,
    below: options.below,
  },
  heard: { it: [], en: [] },
  asked: {
    needs: [
      'thing:indicator',
      'indicator',
      'each-indicator',
      'option:status',
      'measure:target',
      'measure:gap',
      'measure:value',
      'measure:output',
    ],
    takes: [
      'indicator',
      'each-indicator',
      'list',
      'remaining',
      'difference',
      'overview',
      'rate',
      'percent',
      'confirm',
      'compare',
      'axis',
    ],
    means: ['indicator'],
  },
  answer({ options, ...shelf }) {
    const { indicator, status } = options;
    const limits = limitsOf(options);
    const within = [...(options.axis ?? []), ...(options.priority ?? [])];
    const listed = thingsOf(shelf.dataset, 'indicator').filter(
      (subject) => subject.record.kind === 'result' && isWithin(subject, within),
    );
    const wanted = status === undefined || status === 'on-track' ? null : status;
    const having = wanted ? listed.filter(hasStatus(shelf, wanted)) : listed;
    const all = having.length > 0 ? having : listed;
    const asked = (indicator ?? all.toSorted(byStatus(shelf))).filter((one) => !isExcepted(limits, one));
    const by = limits.above || limits.below ? 'value' : 'gap';
    const verdict = judged(
      asked.flatMap((subject) => leading(shelf, subject, by)),
      limits,
      asked.length === 1,
      limits.top === null ? null : by,
    );
    const limited = limits.top !== null || verdict.outcome === 'some';
    const isKept = (one: Subject) => verdict.kept.some(([fact]) => fact.subject === one);
    const subjects = limited ? asked.filter(isKept) : asked;
    const figures = verdict.outcome === 'unfit' ? [] : subjects.map((subject) => shown(shelf, subject));
    return {
      facts: factsWithin(
        verdict,
        figures.flatMap(({ facts }) => facts),
      ),
      absences: figures.flatMap(({ absences }) => absences).filter(({ measure }) => measure !== 'gap'),
      subjects,
      asOf: shelf.snapshot.date,
      judged: verdict,
      within: indicator ? [] : within,
      status: indicator || having.length === 0 ? null : wanted,
      lacking: !indicator && wanted && having.length === 0 && listed.length > 0 ? wanted : null,
      holds: holds(
        shelf,
        subjects,
        indicator ? (wanted ?? status) : status === 'on-track' ? status : undefined,
      ),
    };
  },
  present: indicatorsCard,
});

type IndicatorOf = SubjectOf<'indicator'>;

function shown(shelf: Shelf, subject: IndicatorOf) {
  const found = lookupAll(shelf, [subject], subject.record.kind === 'result' ? RESULT : ['output']);
  const people = lookup(shelf, subject, 'participants');
  return found.facts.length > 0 || people.length === 0
    ? { ...found, facts: [...found.facts, ...people] }
    : { facts: people, absences: [] };
}

/** The figure that limits apply to: the value of a result, the count of an output. */
function leading(shelf: Shelf, subject: IndicatorOf, by: Measure): readonly Figures[] {
  return figuresOf(lookup(shelf, subject, subject.record.kind === 'result' ? by : 'output'));
}

/** Whether all of them have the status that was asked; on track are those that reached their target. Null where that was not asked. */
function holds(shelf: Shelf, all: readonly IndicatorOf[], status: AskedStatus | undefined): boolean | null {
  if (status === undefined || all.length === 0 || !all.every(hasTarget(shelf))) return null;
  return all.every(hasStatus(shelf, status === 'on-track' ? 'reached' : status));
}

const FIRST: readonly (Status | null)[] = ['below', 'near', 'reached', null];

/** Those below their target come first: a meeting speaks of them. */
function byStatus(shelf: Shelf) {
  const place = (subject: IndicatorOf) => FIRST.indexOf(statusIn(shelf, subject));
  return (one: IndicatorOf, other: IndicatorOf) => place(one) - place(other);
}

/** Without a target nothing is reached and nothing is missed. */
function hasTarget(shelf: Shelf) {
  return (subject: IndicatorOf) => lookup(shelf, subject, 'gap').length > 0;
}

function hasStatus(shelf: Shelf, status: Status) {
  return (subject: IndicatorOf) => statusIn(shelf, subject) === status;
}

function statusIn(shelf: Shelf, subject: IndicatorOf): Status | null {
  const [value] = lookup(shelf, subject, 'value');
  const [target] = lookup(shelf, subject, 'target');
  return value && target ? statusOf(value.value, target.value) : null;
}
