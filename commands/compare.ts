import { comparisonCard } from '../src/cards/comparison.ts';
import { comparisonChart } from '../src/charts/comparison.ts';
import { defineCommand } from '../src/command.ts';
import { compared } from '../src/programme/comparison.ts';
import { lookupAll } from '../src/programme/lookup.ts';
import { CASCADE, INDICATOR_MEASURES, MEASURES, type Measure } from '../src/programme/measures.ts';

const OF_AXES: readonly Measure[] = [...CASCADE, 'participants'];
const OF_SOURCES: readonly Measure[] = ['allocation', 'share'];

export default defineCommand({
  text: {
    it: { name: 'confronta', description: 'Due o più assi, iniziative, indicatori o fonti, fianco a fianco' },
    en: { name: 'compare', description: 'Two or more axes, initiatives, indicators or sources side by side' },
  },
  options: {
    first: {
      kind: 'thing',
      required: true,
      text: {
        it: { name: 'primo', description: 'Che cosa confrontare: asse, iniziativa, indicatore, fonte' },
        en: { name: 'first', description: 'What to compare: axis, initiative, indicator, source' },
      },
    },
    second: {
      kind: 'thing',
      required: true,
      text: {
        it: { name: 'secondo', description: 'Con che cosa, dello stesso tipo' },
        en: { name: 'second', description: 'With what, of the same kind' },
      },
    },
    measure: {
      kind: 'measure',
      of: MEASURES,
      text: {
        it: { name: 'misura', description: 'Una sola misura; tutte se non indicata' },
        en: { name: 'measure', description: 'One measure only; all of them if not given' },
      },
    },
  },
  heard: { it: [], en: [] },
  answer({ options, ...shelf }) {
    const subjects = [...new Set([...(options.first ?? []), ...(options.second ?? [])])];
    const kind = subjects[0]?.kind;
    const usual =
      kind === 'indicator' ? INDICATOR_MEASURES : kind === 'funding-source' ? OF_SOURCES : OF_AXES;
    const measures = options.measure ?? (kind === 'initiative' ? MEASURES : usual);
    const alike = subjects.every((subject) => subject.kind === kind);
    const { facts, absences } = lookupAll(shelf, alike ? subjects : [], measures);
    const differences = options.measure && subjects.length === 2 ? compared(facts) : [];
    return {
      facts: [...facts, ...differences],
      absences: options.measure ? absences : [],
      subjects,
      measures: options.measure ?? [],
      asOf: shelf.snapshot.date,
      alike,
    };
  },
  present: comparisonCard,
  chart: comparisonChart,
});
