import { found, type Rule } from '../files.ts';
import { CASCADE } from '../measures.ts';
import { isAbove, millions, rowsOf, written } from '../rows.ts';

/** Certified ≤ paid ≤ committed ≤ activated ≤ allocation, among those that are printed. */
export const cascade: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) => {
    const rows = rowsOf(file);
    return [...new Set(rows.map(({ subject }) => subject))].flatMap((subject) => {
      const steps = CASCADE.flatMap((measure) => {
        const row = rows.find((other) => other.subject === subject && other.measure === measure);
        const value = row && millions(row);
        return row && value ? [{ row, value }] : [];
      });
      return steps.flatMap(({ row, value }, at) => {
        const above = steps[at - 1];
        if (!above || !isAbove(value, above.value)) return [];
        return [
          found(file, row.path, {
            rule: 'cascade',
            message: {
              it: `"${row.measure}" (${written(value).it}) supera "${above.row.measure}" (${written(above.value).it}) di "${subject}".`,
              en: `"${row.measure}" (${written(value).en}) exceeds "${above.row.measure}" (${written(above.value).en}) of "${subject}".`,
            },
            advice: {
              it: 'Forse le due cifre sono scambiate: guardare il documento.',
              en: 'The two figures may have changed places: look at the document.',
            },
          }),
        ];
      });
    });
  });
