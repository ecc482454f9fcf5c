import type { Finding } from '../../model/finding.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, type DataFiles, found, type Rule } from '../files.ts';
import { exactOf, type Row, rowsOf, sameFigure, written } from '../rows.ts';

/** Where two documents speak of one figure they agree, as far as the less precise of them says it. */
export const sourcesAgree: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) =>
    pairs(file)
      .filter(({ agree }) => !agree)
      .map(({ first, second }) => disagree(file, first, second)),
  );

/** How many figures two documents or more give, and agree on. */
export function agreements({ snapshots }: DataFiles): number {
  const agreed = snapshots.map(
    (file) =>
      new Set(
        pairs(file)
          .filter(({ agree }) => agree)
          .map(({ first }) => `${first.subject} ${first.measure} ${first.unit === 'percent'}`),
      ).size,
  );
  return agreed.reduce((total, count) => total + count, 0);
}

type Pair = { readonly first: Row; readonly second: Row; readonly agree: boolean };

/** Figures of one subject and measure from different documents, in units that can be compared. */
function pairs(file: DataFile<SnapshotFile>): readonly Pair[] {
  const seen = new Map<string, readonly Row[]>();
  return rowsOf(file).flatMap((second) => {
    const key = `${second.subject} ${second.measure}`;
    const before = seen.get(key) ?? [];
    seen.set(key, [...before, second]);
    return before.flatMap((first): readonly Pair[] => {
      const agree = first.document === second.document ? null : sameFigure(first, second);
      return agree === null ? [] : [{ first, second, agree }];
    });
  });
}

function disagree(file: DataFile<SnapshotFile>, first: Row, second: Row): Finding {
  const said = (row: Row, locale: 'it' | 'en') =>
    `${row.document} ${written(exactOf(row))[locale]} ${row.unit}`;
  return found(file, second.path, {
    rule: 'sources-agree',
    message: {
      it: `"${second.measure}" di "${second.subject}": ${said(first, 'it')}, ma ${said(second, 'it')}.`,
      en: `"${second.measure}" of "${second.subject}": ${said(first, 'en')}, but ${said(second, 'en')}.`,
    },
    advice: {
      it: 'Guardare i due documenti: una delle due cifre è copiata male, di un’altra data o di un’altra cosa.',
      en: 'Look at both documents: one of the two figures is miscopied, of another date or of another thing.',
    },
  });
}
