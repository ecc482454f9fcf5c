import { initiativesCard } from '../src/cards/initiatives.ts';
import { limitedCard } from '../src/cards/limits.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options/options.ts';
import {
  factsWithin,
  figuresOf,
  isExcepted,
  type Judged,
  judged,
  type Limits,
  limitsOf,
} from '../src/figures/limits.ts';
import { lookup, lookupAll, onlyElsewhere, speaksOf } from '../src/figures/lookup.ts';
import { operated } from '../src/figures/operations.ts';
import { everyFigure, type Shelf } from '../src/figures/printed.ts';
import { isWithin, thingsOf } from '../src/figures/things.ts';
import type { Subject } from '../src/model/dataset.ts';
import { compare } from '../src/model/decimal.ts';
import type { Fact } from '../src/model/facts.ts';
import type { SubjectOf } from '../src/model/kinds.ts';
import { INITIATIVE_AMOUNTS, type Measure, PARTICIPANT_GROUPS, parted } from '../src/model/measures.ts';

export default defineCommand({
  text: {
    it: { name: 'iniziativa', description: 'Le cifre di un’iniziativa, o l’elenco delle iniziative' },
    en: { name: 'initiative', description: 'The figures of an initiative, or the list of initiatives' },
  },
  options: {
    initiative: options.initiative(
      'Nome dell’iniziativa, anche approssimativo',
      'Name of the initiative, roughly will do',
    ),
    axis: options.axis('Elenca le iniziative di questo asse', 'List the initiatives of this axis'),
    priority: options.priority(
      'Elenca le iniziative di questa priorità d’investimento',
      'List the initiatives of this investment priority',
    ),
    measure: options.measure(
      [
        ...INITIATIVE_AMOUNTS,
        'certified',
        'projects',
        ...PARTICIPANT_GROUPS,
        'difference',
        'sum',
        'ratio',
        'share-of-total',
      ] satisfies readonly Measure[],
      'Che cosa: attivato, impegnato, pagato, progetti; tutto se non indicata',
      'What: activated, committed, paid, projects; everything if not given',
    ),
    top: options.top,
    except: options.except(['initiative', 'axis', 'priority']),
    above: options.above,
    below: options.below,
  },
  heard: {
    it: ['iniziativa', 'iniziative', 'che fine ha fatto', 'cosa è successo a', 'misure finanziate'],
    en: ['initiative', 'initiatives', 'what became of', 'what happened to', 'schemes'],
  },
  asked: {
    needs: ['thing:initiative', 'thing:priority', 'initiative', 'each-initiative', 'fate'],
    takes: [
      'initiative',
      'each-initiative',
      'fate',
      'list',
      'money',
      'how-much',
      'cost',
      'overview',
      'priority',
    ],
    means: ['initiative'],
    loose: true,
  },
  answer({ options, ...shelf }) {
    const limits = limitsOf(options);
    const groups = [...(options.axis ?? []), ...(options.priority ?? [])];
    const listed = thingsOf(shelf.dataset, 'initiative').filter((one) => isWithin(one, groups));
    const asked = (options.initiative ?? listed.filter((one) => speaksOf(shelf.snapshot, one))).filter(
      (one) => !isExcepted(limits, one),
    );
    const { measures, operations } = parted(options.measure ?? []);
    const verdict = verdictOf(shelf, asked, measures[0], limits);
    const subjects = within(verdict, asked);
    const figures = subjects.flatMap((subject) => everyFigure(shelf, subject));
    const { facts, absences } =
      measures.length > 0
        ? lookupAll(shelf, subjects, measures)
        : { facts: figures, absences: subjects.flatMap((subject) => onlyElsewhere(shelf, subject)) };
    const having = subjects.filter((one) => facts.some(({ subject }) => subject === one));
    const operands = { subjects: options.initiative ? subjects : having, measures };
    const computed = operated(shelf, operations, operands);
    return {
      facts: factsWithin(verdict, [...facts, ...computed.facts]),
      undone: computed.undone,
      judged: verdict,
      absences: options.initiative && (measures.length > 0 || facts.length === 0) ? absences : [],
      subjects,
      named: options.initiative !== undefined,
      ordered: limits.top !== null,
      groups,
      measures,
      has: [...new Set(figures.map(({ measure }) => measure))],
      elsewhere: shelf.dataset.snapshots
        .filter((each) => listed.some((one) => speaksOf(each, one)))
        .map(({ date }) => date),
      remarks: shelf.snapshot.remarks.filter(({ subject }) => subjects.some((each) => each === subject)),
      dataset: shelf.dataset,
      asOf: shelf.snapshot.date,
    };
  },
  present: (answer, locale) => limitedCard(answer, locale, (figures) => initiativesCard(figures, locale)),
});

/** Judges by the measure asked for or, without one, by the largest amount that is printed of each initiative. */
function verdictOf(
  shelf: Shelf,
  subjects: readonly Subject[],
  measure: Measure | undefined,
  limits: Limits,
): Judged {
  const figures = subjects.flatMap((subject) =>
    figuresOf(measure ? lookup(shelf, subject, measure) : largest(shelf, subject)),
  );
  return judged(figures, limits, subjects.length === 1, limits.top === null ? null : (measure ?? 'amount'));
}

function largest(shelf: Shelf, subject: Subject): readonly Fact[] {
  const amounts = everyFigure(shelf, subject).filter(({ unit }) => unit === 'MEUR');
  return amounts.toSorted((a, b) => compare(b.value, a.value)).slice(0, 1);
}

/** The initiatives in the order of the limits, where there are any limits. */
function within({ kept, limits, outcome }: Judged, asked: readonly SubjectOf<'initiative'>[]) {
  if (limits.top === null && outcome !== 'some') return asked;
  return kept.flatMap(([fact]) => asked.filter((one) => one === fact.subject));
}
