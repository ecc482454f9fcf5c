import { compare, exactSum } from '../../model/decimal.ts';
import { CASCADE } from '../../model/measures.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import { exactOf, gapOf, isAbove, lastPlace, millions, minus, type Row, rowOf, written } from '../rows.ts';
import type { Rule } from '../rule.ts';

/** What the total in millions leaves to the one axis without millions is that axis's euros, within rounding. */
export const restAgrees: Rule = {
  id: 'rest-agrees',
  *snapshot({ rows }, { programme }) {
    for (const { measure, total, printed, silent, rest } of restsOf(rows, programme)) {
      const [axis, ...others] = silent;
      const euros = axis && others.length === 0 ? rowOf(rows, axis.id, measure, 'EUR') : undefined;
      const exact = euros && millions(euros);
      if (!euros || !exact) continue;
      const slack = exactSum([total, ...printed].map(exactOf).map(lastPlace));
      if (compare(gapOf(rest, exact), slack) < 0) continue;
      const [own, left] = [written(exactOf(euros)), written(rest)];
      yield {
        path: euros.path,
        it: `"${measure}" di "${euros.subject}" è ${own.it} €, ma il totale meno gli altri assi fa ${left.it} Mln €.`,
        en: `"${measure}" of "${euros.subject}" is €${own.en}, but the total less the other axes is €${left.en} M.`,
        adviceIt: 'La differenza supera l’arrotondamento: confrontare le cifre con i documenti.',
        adviceEn: 'The difference is more than rounding: compare the figures with the documents.',
      };
    }
  },
};

/** What the total leaves to axes that print no figure is no more than their allocation. */
export const restOfAxes: Rule = {
  id: 'rest-of-axes',
  *snapshot({ rows }, { programme }) {
    for (const { measure, total, printed, silent, rest } of restsOf(rows, programme)) {
      const allocations = silent.flatMap((axis) => rowOf(rows, axis.id, 'allocation', 'MEUR') ?? []);
      if (printed.length === 0 || silent.length === 0 || allocations.length < silent.length) continue;
      const most = exactSum(allocations.map(exactOf));
      if (!isAbove(rest, most)) continue;
      const names = silent.map((axis) => axis.id).join(' + ');
      yield {
        path: total.path,
        it: `Agli assi senza cifra (${names}) resterebbero ${written(rest).it}, più della loro dotazione, ${written(most).it}.`,
        en: `The axes without a figure (${names}) would be left ${written(rest).en}, more than their allocation, ${written(most).en}.`,
        adviceIt: `Confrontare "${measure}" del programma e degli assi con il documento.`,
        adviceEn: `Compare "${measure}" of the programme and of the axes with the document.`,
      };
    }
  },
};

/** Measure by measure, what the programme's millions leave to the axes that print none. */
function restsOf(rows: readonly Row[], { id, axes }: ProgrammeFile) {
  return CASCADE.flatMap((measure) => {
    const total = rowOf(rows, id, measure, 'MEUR');
    const printed = axes.flatMap((axis) => rowOf(rows, axis.id, measure, 'MEUR') ?? []);
    const silent = axes.filter((axis) => !printed.some(({ subject }) => subject === axis.id));
    if (!total) return [];
    const rest = minus(exactOf(total), exactSum(printed.map(exactOf)));
    return [{ measure, total, printed, silent, rest }];
  });
}
