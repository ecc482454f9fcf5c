import { found, type Rule } from '../files.ts';
import { exactSum, isAbove, millions, rowsOf, written } from '../rows.ts';

const MEASURES = ['activated', 'committed', 'paid'] as const;

/** The initiatives that a document names are a selection: together they never exceed their axis. */
export const initiativesWithinAxis: Rule = ({ programme, snapshots }) => {
  const { axes, initiatives } = programme.content;
  return snapshots.flatMap((file) => {
    const rows = rowsOf(file);
    return axes.flatMap(({ id }) => {
      const own = new Set(initiatives.filter(({ axis }) => axis === id).map((record) => record.id));
      return MEASURES.flatMap((measure) => {
        const whole = rows.find((row) => row.subject === id && row.measure === measure);
        const most = whole && millions(whole);
        const parts = rows.filter((row) => own.has(row.subject) && row.measure === measure);
        const total = exactSum(parts.flatMap((row) => millions(row) ?? []));
        if (!whole || !most || !isAbove(total, most)) return [];
        return [
          found(file, whole.path, {
            rule: 'initiatives-within-axis',
            message: {
              it: `Le iniziative di "${id}" fanno ${written(total).it} di "${measure}", più dell’asse, ${written(most).it}.`,
              en: `The initiatives of "${id}" make ${written(total).en} of "${measure}", more than the axis, ${written(most).en}.`,
            },
            advice: {
              it: 'Confrontare le cifre delle iniziative con il documento: una sta nell’asse o nella misura sbagliata.',
              en: 'Compare the figures of the initiatives with the document: one is in the wrong axis or measure.',
            },
          }),
        ];
      });
    });
  });
};
