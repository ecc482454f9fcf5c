import { allocationChart } from '../src/cards/charts/allocation.ts';
import { figuresCard } from '../src/cards/figures.ts';
import { limitedCard } from '../src/cards/limits.ts';
import { defineCommand } from '../src/desk/command.ts';
import * as options from '../src/desk/options/options.ts';
import { figuresAsked } from '../src/figures/figuresAsked.ts';
import { isExcepted, limitsOf } from '../src/figures/limits.ts';
import type { Absence } from '../src/figures/lookup.ts';
import type { Dataset, Subject, SubjectKind } from '../src/model/dataset.ts';
import { type Measure, parted } from '../src/model/measures.ts';

const BOTH: readonly Measure[] = ['allocation', 'share'];
const LISTED: readonly SubjectKind[] = ['programme', 'axis', 'funding-source'];

export default defineCommand({
  text: {
    it: {
      name: 'dotazione',
      description: 'La dotazione del programma, di un asse o di una fonte, e la sua quota',
    },
    en: {
      name: 'allocation',
      description: 'The allocation of the programme, an axis or a source, and its share',
    },
  },
  options: {
    axis: options.axis('Numero o nome dell’asse', 'Number or name of the axis'),
    source: {
      kind: 'funding-source',
      text: {
        it: { name: 'fonte', description: 'Chi finanzia: il nome di una fonte di finanziamento' },
        en: { name: 'source', description: 'Who funds: the name of a funding source' },
      },
    },
    measure: options.measure(
      ['allocation', 'share', 'sum', 'difference', 'ratio', 'share-of-total'],
      'Dotazione o quota, e che cosa farne: somma, differenza, rapporto',
      'Allocation or share, and what to do with it: sum, difference, ratio',
    ),
    except: options.except(['axis', 'funding-source']),
  },
  heard: { it: ['ripartizione della dotazione'], en: ['breakdown of the allocation'] },
  asked: {
    needs: [
      'measure:allocation',
      'measure:share',
      'money',
      'how-much',
      'option:measure',
      'thing:funding-source',
      'each-source',
    ],
    takes: ['money', 'how-much', 'cost', 'funding-source'],
    means: ['measure:allocation'],
    shows: ['allocation', 'share'],
    apart: true,
  },
  severalDates: true,
  answer({ options, dataset, snapshot, snapshots }) {
    const limits = limitsOf({ except: options.except });
    const named = [...(options.axis ?? []), ...(options.source ?? [])];
    const listed = named.length > 0 ? named : all(dataset, limits.except);
    const subjects = listed.filter((subject) => !isExcepted(limits, subject));
    const { measures: asked, operations } = parted(options.measure ?? []);
    const measures = asked.length > 0 ? asked : BOTH;
    const leading = measures.slice(0, 1);
    const found = figuresAsked(dataset, snapshots, { subjects, measures, leading, operations, limits });
    return {
      ...found,
      absences: asked.length > 0 ? found.absences : found.absences.filter(isOfAllocation),
      subjects: named.length + limits.except.length > 0 ? subjects : [],
      measures: asked.length > 0 ? asked : leading,
      asOf: snapshot.date,
    };
  },
  present: (answer, locale) => limitedCard(answer, locale, (figures) => figuresCard(figures, locale)),
  chart: allocationChart,
});

/** Programme, axes and sources; only those of the kinds that some are left out of, where some are. */
function all({ subjects }: Dataset, except: readonly Subject[]): readonly Subject[] {
  const kinds = except.length > 0 ? except.map(({ kind }) => kind) : LISTED;
  return [...subjects.values()].filter(({ kind }) => kinds.includes(kind));
}

function isOfAllocation({ measure }: Absence): boolean {
  return measure === 'allocation';
}
