import { found, type Rule } from '../files.ts';
import { rowsOf } from '../rows.ts';

/** A document gives one figure for a subject, measure and unit; where it prints it again goes in `also`. */
export const oneFigure: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) => {
    const rows = rowsOf(file);
    const same = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
      a.document === b.document && a.subject === b.subject && a.measure === b.measure && a.unit === b.unit;
    return rows
      .filter((row, at) => rows.findIndex((other) => same(row, other)) < at)
      .map(({ path, document, subject, measure, unit }) =>
        found(file, path, {
          rule: 'one-figure',
          message: {
            it: `"${measure}" in ${unit} di "${subject}" c’è già in questo file, da ${document}.`,
            en: `"${measure}" in ${unit} of "${subject}" already stands in this file, from ${document}.`,
          },
          advice: {
            it: 'Tenere una sola cifra; un’altra stampa della stessa va nel suo "also".',
            en: 'Keep a single figure; another printing of the same goes into its "also".',
          },
        }),
      );
  });
