import type { Finding } from '../../model/finding.ts';
import type { PublishedMeasure } from '../../model/measures.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { type Row, rowsOf } from '../rows.ts';
import { oneLine } from '../source-text.ts';

/** The words by which Italian documents say what an initiative's amount is. */
const SAID: Partial<Record<PublishedMeasure, RegExp>> = {
  activated: /attivat/,
  committed: /impegnat/,
  paid: /liquidat|pagat|pagament|erogat/,
  admitted: /ammess/,
  funded: /finanziat/,
  allocated: /stanzia/,
  programmed: /programmat/,
  reprogrammed: /riprogrammat/,
  updated_budget: /aggiornat/,
  granted: /concess/,
  certified: /certificat/,
  projects: /progett/,
};

/** An initiative's amount is of the kind that the document says; where it says none, it is `unspecified`. */
export const quoteSaysMeasure: Rule = ({ programme, snapshots }) => {
  const names = new Map(programme.content.initiatives.map((record) => [record.id, record.printed]));
  const prose = new Set(programme.content.documents.filter(({ page }) => page !== 'row').map(({ id }) => id));
  return snapshots.flatMap((file) =>
    rowsOf(file).flatMap((row) => {
      const name = names.get(row.subject);
      if (name === undefined || row.quote === undefined || !prose.has(row.document)) return [];
      return wrongKind(file, row, oneLine(row.quote).toLowerCase().replace(oneLine(name).toLowerCase(), ''));
    }),
  );
};

function wrongKind(file: DataFile<SnapshotFile>, row: Row, words: string): readonly Finding[] {
  if (row.measure === 'unspecified') {
    const verb = Object.entries(SAID).find(
      ([measure, stem]) => measure !== 'projects' && stem.test(words),
    )?.[0];
    if (verb === undefined) return [];
    return [
      found(file, [...row.path, 'measure'], {
        rule: 'quote-says-measure',
        message: {
          it: `La citazione dice di che tipo è l’importo ("${verb}"): "${row.quote}".`,
          en: `The quote says what kind of amount it is ("${verb}"): "${row.quote}".`,
        },
        advice: { it: `Scrivere "measure": "${verb}".`, en: `Write "measure": "${verb}".` },
      }),
    ];
  }
  const stem = SAID[row.measure];
  if (stem === undefined || stem.test(words)) return [];
  return [
    found(file, [...row.path, 'measure'], {
      rule: 'quote-says-measure',
      message: {
        it: `La citazione non dice che l’importo è "${row.measure}": "${row.quote}".`,
        en: `The quote does not say that the amount is "${row.measure}": "${row.quote}".`,
      },
      advice: {
        it: 'Correggere "measure"; se il documento non dice che importo sia, scrivere "unspecified".',
        en: 'Correct "measure"; where the document does not say what the amount is, write "unspecified".',
      },
    }),
  ];
}
