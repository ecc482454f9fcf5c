import { figuresCard } from '../src/cards/figures.ts';
import { defineCommand } from '../src/command.ts';
import { lookupAll } from '../src/programme/lookup.ts';
import { EMPLOYMENT_STATUSES, type Measure, PARTICIPANT_GROUPS } from '../src/programme/measures.ts';

const BY_SEX: readonly Measure[] = ['participants', 'participants-female', 'participants-male'];
const GROUPS: readonly Measure[] = ['participants-disability', 'participants-migrants', 'participants-other'];

export default defineCommand({
  text: {
    it: { name: 'destinatari', description: 'Quante persone: totale, donne, uomini e gruppi vulnerabili' },
    en: { name: 'participants', description: 'How many people: total, women, men and vulnerable groups' },
  },
  options: {
    axis: {
      kind: 'axis',
      text: {
        it: { name: 'asse', description: 'Numero o nome dell’asse; l’intero programma se non indicato' },
        en: { name: 'axis', description: 'Number or name of the axis; the whole programme if not given' },
      },
    },
    priority: {
      kind: 'priority',
      text: {
        it: { name: 'priorità', description: 'Codice o nome della priorità d’investimento' },
        en: { name: 'priority', description: 'Code or name of the investment priority' },
      },
    },
    group: {
      kind: 'measure',
      of: [...PARTICIPANT_GROUPS, ...EMPLOYMENT_STATUSES],
      text: {
        it: { name: 'gruppo', description: 'Donne, uomini, persone con disabilità, migranti…' },
        en: { name: 'group', description: 'Women, men, people with disabilities, migrants…' },
      },
    },
  },
  heard: { it: [], en: [] },
  answer({ options, ...shelf }) {
    const programme = shelf.dataset.subjects.get(shelf.dataset.programme.id);
    const named = [...(options.axis ?? []), ...(options.priority ?? [])];
    const subjects = named.length > 0 || !programme ? named : [programme];
    const whole = options.priority ? [...BY_SEX, ...GROUPS, ...EMPLOYMENT_STATUSES] : [...BY_SEX, ...GROUPS];
    const measures = options.group ?? whole;
    const { facts, absences } = lookupAll(shelf, subjects, measures);
    const asked = absences.filter(({ measure }) => options.group !== undefined || measure === 'participants');
    return {
      facts,
      absences: asked,
      subjects,
      measures: options.group ?? BY_SEX.slice(0, 1),
      asOf: shelf.snapshot.date,
    };
  },
  present: figuresCard,
});
