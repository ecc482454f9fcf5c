import Papa from 'papaparse';
import { phrases } from '../../locale/phrases.ts';
import { subjectsOf } from '../../model/dataset.ts';
import { decimal, toPlain } from '../../model/decimal.ts';
import { displayName } from '../../model/names.ts';
import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { COLUMN_KEYS, COLUMNS, type Column, harmless } from './columns.ts';

/** Every figure of a snapshot as one table, in the form that Excel opens in Italy as it is. */
export function sheetText(programme: ProgrammeFile, { date, sources }: SnapshotFile): string {
  const names = new Map(
    subjectsOf(programme).map((subject) => [subject.id, displayName(programme, subject)]),
  );
  const rows = sources.flatMap(({ document, figures }) =>
    figures.map(
      ({ subject, measure, value, unit, page, printed, quote, note, confirm }): Record<Column, string> => ({
        subject,
        name: names.get(subject) ?? '',
        measure,
        label: phrases.it.measures[measure],
        value: italian(value),
        unit,
        document,
        page: String(page),
        printed,
        quote: quote ?? '',
        note: note ?? '',
        confirm: confirm ?? '',
        date,
      }),
    ),
  );
  const data = rows.map((row) => COLUMN_KEYS.map((key) => harmless(row[key])));
  const fields = COLUMN_KEYS.map((key) => COLUMNS[key][0]);
  return `\ufeff${Papa.unparse([fields, ...data], { delimiter: ';', newline: '\r\n' })}\r\n`;
}

/** Without thousands, which a spreadsheet puts in itself. */
function italian(value: number): string {
  const exact = decimal(String(value));
  return (exact ? toPlain(exact) : String(value)).replace('.', ',');
}
