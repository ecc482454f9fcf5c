import { CASCADE } from '../../model/measures.ts';
import { found, type Rule } from '../files.ts';
import { exactOf, exactSum, isAbove, minus, rowOf, rowsOf, written } from '../rows.ts';

/** What the total leaves to axes that print no figure is no more than their allocation. */
export const restOfAxes: Rule = ({ programme, snapshots }) => {
  const { id, axes } = programme.content;
  return snapshots.flatMap((file) => {
    const rows = rowsOf(file);
    return CASCADE.flatMap((measure) => {
      const total = rowOf(rows, id, measure, 'MEUR');
      const printed = axes.flatMap((axis) => rowOf(rows, axis.id, measure, 'MEUR') ?? []);
      const silent = axes.filter((axis) => !printed.some(({ subject }) => subject === axis.id));
      const room = silent.map((axis) => rowOf(rows, axis.id, 'allocation', 'MEUR'));
      const allocations = room.flatMap((row) => (row ? [exactOf(row)] : []));
      if (!total || printed.length === 0 || silent.length === 0 || allocations.length < room.length)
        return [];
      const rest = minus(exactOf(total), exactSum(printed.map(exactOf)));
      const most = exactSum(allocations);
      if (!isAbove(rest, most)) return [];
      const names = silent.map((axis) => axis.id).join(' + ');
      return [
        found(file, total.path, {
          rule: 'rest-of-axes',
          message: {
            it: `Agli assi senza cifra (${names}) resterebbero ${written(rest).it}, più della loro dotazione, ${written(most).it}.`,
            en: `The axes without a figure (${names}) would be left ${written(rest).en}, more than their allocation, ${written(most).en}.`,
          },
          advice: {
            it: `Confrontare "${measure}" del programma e degli assi con il documento.`,
            en: `Compare "${measure}" of the programme and of the axes with the document.`,
          },
        }),
      ];
    });
  });
};
