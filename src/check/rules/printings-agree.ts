import type { Finding } from '../../model/finding.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { agree, exactOf, type Row, rowOf, rowsOf, written } from '../rows.ts';

/** The same amount printed by one document in millions and in exact euros is one amount. */
export const printingsAgree: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) => {
    const rows = rowsOf(file);
    return rows
      .filter(({ unit }) => unit === 'EUR')
      .flatMap((euros) => {
        const own = rows.filter(({ document }) => document === euros.document);
        const short = rowOf(own, euros.subject, euros.measure, 'MEUR');
        return short && !agree(short, euros) ? [disagree(file, euros, short)] : [];
      });
  });

function disagree(file: DataFile<SnapshotFile>, euros: Row, short: Row): Finding {
  return found(file, euros.path, {
    rule: 'printings-agree',
    message: {
      it: `${written(exactOf(euros)).it} € e ${written(exactOf(short)).it} Mln € non sono lo stesso importo.`,
      en: `€${written(exactOf(euros)).en} and €${written(exactOf(short)).en} M are not the same amount.`,
    },
    advice: {
      it: 'Guardare il documento e correggere quello dei due che sbaglia.',
      en: 'Look at the document and correct whichever of the two is wrong.',
    },
  });
}
