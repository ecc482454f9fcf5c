import Papa from 'papaparse';
import { phrases } from '../../locale/phrases.ts';
import { subjectsOf } from '../../model/dataset.ts';
import { decimal, toPlain } from '../../model/decimal.ts';
import { displayName } from '../../model/names.ts';
import type { FigureRow, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { COLUMN_KEYS, COLUMNS, type Column, harmless } from './columns.ts';
import { KINDS } from './kinds/kind.ts';

type Row = Readonly<Partial<Record<Column, string>>>;

/**
 * A snapshot as one table, in the form that Excel opens in Italy as it is: each figure above its other printings, then
 * the remarks and the notes.
 */
export function sheetText(programme: ProgrammeFile, snapshot: SnapshotFile): string {
  const names = new Map(
    subjectsOf(programme).map((subject) => [subject.id, displayName(programme, subject)]),
  );
  const rows = [
    ...snapshot.sources.flatMap(({ document, figures }) =>
      figures.flatMap((figure) => [figureRow(figure, document), ...printingRows(figure, document)]),
    ),
    ...snapshot.remarks.map(remarkRow),
    ...Object.entries(snapshot.notes).map(noteRow),
  ];
  const data = rows.map((row) => {
    const cells: Row = { ...row, name: names.get(row.subject ?? '') ?? '', date: snapshot.date };
    return COLUMN_KEYS.map((key) => harmless(cells[key] ?? ''));
  });
  const fields = COLUMN_KEYS.map((key) => COLUMNS[key][0]);
  return `\ufeff${Papa.unparse([fields, ...data], { delimiter: ';', newline: '\r\n' })}\r\n`;
}

const aboutOf = ({ subject, measure, unit }: FigureRow, document: string) => ({
  ...{ subject, measure, unit, document },
  label: phrases.it.measures[measure],
});

const figureRow = (figure: FigureRow, document: string): Row => ({
  ...aboutOf(figure, document),
  value: italian(figure.value),
  page: String(figure.page),
  printed: figure.printed,
  quote: figure.quote ?? '',
  note: figure.note ?? '',
  confirm: figure.confirm ?? '',
  kind: KINDS.figure[0],
});

const printingRows = (figure: FigureRow, document: string): readonly Row[] =>
  (figure.also ?? []).map(({ page, printed, quote = '' }) => ({
    ...aboutOf(figure, document),
    ...{ page: String(page), printed, quote },
    kind: KINDS.printing[0],
  }));

const remarkRow = ({ page, confirm = '', ...remark }: SnapshotFile['remarks'][number]): Row => ({
  subject: remark.subject,
  document: remark.document,
  page: String(page),
  quote: remark.quote,
  note: remark.note,
  confirm,
  kind: KINDS.remark[0],
});

const noteRow = ([key, note]: readonly [string, SnapshotFile['notes'][string]]): Row => ({
  note: key,
  confirm: note.confirm ?? '',
  kind: KINDS.note[0],
  textIt: note.it,
  textEn: note.en,
  briefIt: note.brief?.it ?? '',
  briefEn: note.brief?.en ?? '',
  detail: note.detail ? 'x' : '',
});

/** Without thousands, which a spreadsheet puts in itself. */
function italian(value: number): string {
  const exact = decimal(String(value));
  return (exact ? toPlain(exact) : String(value)).replace('.', ',');
}
