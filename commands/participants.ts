import { peopleChart } from '../src/cards/charts/people.ts';
import { figuresCard } from '../src/cards/figures.ts';
import { limitedCard } from '../src/cards/limits.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options/options.ts';
import { figuresAsked } from '../src/figures/figuresAsked.ts';
import { limitsOf } from '../src/figures/limits.ts';
import { scopeOf } from '../src/figures/scope.ts';
import { EMPLOYMENT_STATUSES, type Measure, PARTICIPANT_GROUPS, parted } from '../src/model/measures.ts';

const BY_SEX: readonly Measure[] = ['participants', 'participants-female', 'participants-male'];
const GROUPS: readonly Measure[] = ['participants-disability', 'participants-migrants', 'participants-other'];

export default defineCommand({
  text: {
    it: { name: 'destinatari', description: 'Quante persone: totale, donne, uomini e gruppi vulnerabili' },
    en: { name: 'participants', description: 'How many people: total, women, men and vulnerable groups' },
  },
  options: {
    axis: options.axis(
      'Numero o nome dell’asse; l’intero programma se non indicato',
      'Number or name of the axis; the whole programme if not given',
    ),
    priority: options.priority(
      'Codice o nome della priorità d’investimento',
      'Code or name of the investment priority',
    ),
    group: {
      kind: 'measure',
      of: [...PARTICIPANT_GROUPS, ...EMPLOYMENT_STATUSES, 'difference', 'sum', 'ratio', 'share-of-total'],
      text: {
        it: { name: 'gruppo', description: 'Donne, uomini, persone con disabilità, migranti…' },
        en: { name: 'group', description: 'Women, men, people with disabilities, migrants…' },
      },
    },
    except: options.except(['axis', 'priority']),
    above: options.above,
    below: options.below,
  },
  heard: { it: [], en: [] },
  asked: {
    needs: ['option:group'],
    takes: ['list', 'compare', 'who'],
    means: ['measure:participants'],
  },
  severalDates: true,
  answer({ options, dataset, snapshot, snapshots }) {
    const limits = limitsOf(options);
    const named = [...(options.axis ?? []), ...(options.priority ?? [])];
    const subjects = scopeOf({ dataset, snapshot }, 'axis', named, limits.except);
    const whole = options.priority ? [...BY_SEX, ...GROUPS, ...EMPLOYMENT_STATUSES] : [...BY_SEX, ...GROUPS];
    const { measures: groups, operations } = parted(options.group ?? []);
    const measures = groups.length > 0 ? groups : whole;
    const leading = groups.length > 0 ? groups : BY_SEX.slice(0, 1);
    const found = figuresAsked(dataset, snapshots, { subjects, measures, leading, operations, limits });
    return {
      ...found,
      absences: found.absences.filter(({ measure }) => groups.length > 0 || measure === 'participants'),
      measures: leading,
      asOf: snapshot.date,
    };
  },
  present: (answer, locale) => limitedCard(answer, locale, (figures) => figuresCard(figures, locale)),
  chart: peopleChart,
});
