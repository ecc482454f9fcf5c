import { initiativesCard } from '../src/cards/initiatives.ts';
import { defineCommand } from '../src/command.ts';
import { everyFigure, lookupAll, onlyElsewhere, speaksOf } from '../src/programme/lookup.ts';
import { INITIATIVE_AMOUNTS, type Measure, PARTICIPANT_GROUPS } from '../src/programme/measures.ts';

export default defineCommand({
  text: {
    it: { name: 'iniziativa', description: 'Le cifre di un’iniziativa, o l’elenco delle iniziative' },
    en: { name: 'initiative', description: 'The figures of an initiative, or the list of initiatives' },
  },
  options: {
    initiative: {
      kind: 'initiative',
      text: {
        it: { name: 'iniziativa', description: 'Nome dell’iniziativa, anche approssimativo' },
        en: { name: 'initiative', description: 'Name of the initiative, roughly will do' },
      },
    },
    axis: {
      kind: 'axis',
      text: {
        it: { name: 'asse', description: 'Elenca le iniziative di questo asse' },
        en: { name: 'axis', description: 'List the initiatives of this axis' },
      },
    },
    priority: {
      kind: 'priority',
      text: {
        it: { name: 'priorità', description: 'Elenca le iniziative di questa priorità d’investimento' },
        en: { name: 'priority', description: 'List the initiatives of this investment priority' },
      },
    },
    measure: {
      kind: 'measure',
      of: [
        ...INITIATIVE_AMOUNTS,
        'certified',
        'projects',
        ...PARTICIPANT_GROUPS,
      ] satisfies readonly Measure[],
      text: {
        it: {
          name: 'misura',
          description: 'Che cosa: attivato, impegnato, pagato, progetti; tutto se non indicata',
        },
        en: {
          name: 'measure',
          description: 'What: activated, committed, paid, projects; everything if not given',
        },
      },
    },
  },
  heard: {
    it: ['iniziativa', 'iniziative', 'che fine ha fatto', 'cosa è successo a', 'misure finanziate'],
    en: ['initiative', 'initiatives', 'what became of', 'what happened to', 'schemes'],
  },
  answer({ options, ...shelf }) {
    const listed = [...shelf.dataset.subjects.values()]
      .filter((subject) => subject.kind === 'initiative')
      .filter(({ record }) => !options.axis || options.axis.some((axis) => axis.id === record.axis))
      .filter(({ record }) => !options.priority || options.priority.some((pi) => pi.id === record.priority));
    const subjects = options.initiative ?? listed.filter((one) => speaksOf(shelf.snapshot, one));
    const figures = subjects.flatMap((subject) => everyFigure(shelf, subject));
    const { facts, absences } = options.measure
      ? lookupAll(shelf, subjects, options.measure)
      : { facts: figures, absences: subjects.flatMap((subject) => onlyElsewhere(shelf, subject)) };
    return {
      facts,
      absences: options.initiative && (options.measure || facts.length === 0) ? absences : [],
      subjects,
      named: options.initiative !== undefined,
      groups: [...(options.axis ?? []), ...(options.priority ?? [])],
      measures: options.measure ?? [],
      has: [...new Set(figures.map(({ measure }) => measure))],
      elsewhere: shelf.dataset.snapshots
        .filter((each) => listed.some((one) => speaksOf(each, one)))
        .map(({ date }) => date),
      remarks: shelf.snapshot.remarks.filter(({ subject }) => subjects.some((each) => each === subject)),
      dataset: shelf.dataset,
      asOf: shelf.snapshot.date,
    };
  },
  present: initiativesCard,
});
