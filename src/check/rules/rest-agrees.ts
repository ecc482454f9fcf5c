import { compare } from '../../model/decimal.ts';
import type { Finding } from '../../model/finding.ts';
import { CASCADE, type PublishedMeasure } from '../../model/measures.ts';
import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { exactOf, exactSum, lastPlace, millions, minus, rowOf, rowsOf, written } from '../rows.ts';

/** What the total in millions leaves to the one axis without millions is that axis's euros, within rounding. */
export const restAgrees: Rule = ({ programme, snapshots }) =>
  snapshots.flatMap((file) => CASCADE.flatMap((measure) => check(file, programme.content, measure)));

function check(
  file: DataFile<SnapshotFile>,
  { id, axes }: ProgrammeFile,
  measure: PublishedMeasure,
): readonly Finding[] {
  const rows = rowsOf(file);
  const total = rowOf(rows, id, measure, 'MEUR');
  const printed = axes.flatMap((axis) => rowOf(rows, axis.id, measure, 'MEUR') ?? []);
  const [silent, ...others] = axes.filter((axis) => !printed.some(({ subject }) => subject === axis.id));
  const euros = silent && others.length === 0 ? rowOf(rows, silent.id, measure, 'EUR') : undefined;
  const exact = euros && millions(euros);
  if (!total || !euros || !exact) return [];
  const terms = [total, ...printed].map(exactOf);
  const rest = minus(exactOf(total), exactSum(printed.map(exactOf)));
  const gap = minus(rest, exact);
  const size = { ...gap, units: gap.units < 0n ? -gap.units : gap.units };
  if (compare(size, exactSum(terms.map(lastPlace))) < 0) return [];
  return [
    found(file, euros.path, {
      rule: 'rest-agrees',
      message: {
        it: `"${measure}" di "${euros.subject}" è ${written(exactOf(euros)).it} €, ma il totale meno gli altri assi fa ${written(rest).it} Mln €.`,
        en: `"${measure}" of "${euros.subject}" is €${written(exactOf(euros)).en}, but the total less the other axes is €${written(rest).en} M.`,
      },
      advice: {
        it: 'La differenza supera l’arrotondamento: confrontare le cifre con i documenti.',
        en: 'The difference is more than rounding: compare the figures with the documents.',
      },
    }),
  ];
}
