import type { Bilingual, FigureRow, OpenData, ProgrammeFile } from '../../model/schema.ts';
import { type Problem, problem, type TableRow } from './table.ts';

/** A figure that a file gives at a reporting date. */
export type Dated = { readonly date: string; readonly figure: FigureRow };

/** What the rows of a file come to; `skipped` are rows that are none of the dataset's business. */
export type Taken = {
  readonly figures: readonly Dated[];
  readonly problems: readonly Problem[];
  readonly skipped: number;
};

/** A file format of the Commission's open data, known by its columns. */
export type Format = {
  /** What the document in programme.json that its figures cite says under "import". */
  readonly is: OpenData;
  readonly name: Bilingual;
  readonly columns: readonly string[];
  take(rows: readonly TableRow[], programme: ProgrammeFile): Taken;
};

/** Only this programme's rows may be imported; the others give one problem, not one each. */
export function strangers(rows: readonly TableRow[], { cci }: ProgrammeFile): readonly Problem[] {
  const others = rows.filter(({ cells }) => cells.cci !== cci);
  const [first] = others;
  if (!first) return [];
  const codes = [...new Set(others.map(({ cells }) => cells.cci || '–'))].slice(0, 5).join(', ');
  return [
    problem(
      first.row,
      `${others.length} righe sono di un altro programma (${codes}): questo è ${cci}.`,
      `${others.length} rows are of another programme (${codes}): this one is ${cci}.`,
    ),
  ];
}
