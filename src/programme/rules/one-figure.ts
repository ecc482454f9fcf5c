import { found, type Rule } from '../files.ts';
import { rowsOf } from '../rows.ts';

/** One figure for a subject, measure and unit; the same figure printed elsewhere goes in `also`. */
export const oneFigure: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) => {
    const rows = rowsOf(file);
    const same = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
      a.subject === b.subject && a.measure === b.measure && a.unit === b.unit;
    return rows
      .filter((row, at) => rows.findIndex((other) => same(row, other)) < at)
      .map(({ path, subject, measure, unit }) =>
        found(file, path, {
          rule: 'one-figure',
          message: {
            it: `"${measure}" in ${unit} di "${subject}" c’è già in questo file.`,
            en: `"${measure}" in ${unit} of "${subject}" already stands in this file.`,
          },
          advice: {
            it: 'Tenere una sola cifra; un’altra stampa della stessa va nel suo "also".',
            en: 'Keep a single figure; another printing of the same goes into its "also".',
          },
        }),
      );
  });
