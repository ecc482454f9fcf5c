import type { ProgrammeFile } from '../../model/schema.ts';
import { type Problem, problem, wrong } from '../sheet/problems.ts';
import type { Dated, Row } from './cells.ts';
import type { EuTable } from './rows.ts';
import { added } from './sums.ts';

/** What a file of the Commission comes to. */
export type Reading = {
  readonly document: string;
  readonly figures: readonly Dated[];
  /** Rows that are none of the dataset's business. */
  readonly skipped: number;
  /** Rows without a date or any money, which are left out. */
  readonly empty: number;
  /** Rows with nothing but what is planned, of which that is taken. */
  readonly planned: number;
};

/** The figures in a file's table, or everything that keeps it from being imported. */
export function figuresOf({ format, rows }: EuTable, programme: ProgrammeFile): Reading | readonly Problem[] {
  const document = programme.documents.find(({ import: is, page }) => is === format.is && page === 'row');
  if (!document) {
    return wrong(
      `In programme.json manca un documento con "import": "${format.is}" e "page": "row".`,
      `programme.json lacks a document with "import": "${format.is}" and "page": "row".`,
    );
  }
  const foreign = strangers(rows, programme);
  if (foreign.length > 0) return foreign;
  const problems: Problem[] = [];
  const ours = rows.filter((row) => format.concerns(row, programme));
  const { empty, planned } = format.unready?.(ours) ?? NONE;
  const read = ours
    .filter((row) => !empty.has(row))
    .flatMap((row) =>
      format.figures(
        row,
        programme,
        (it, en) => {
          problems.push(problem(row.row, { it, en }));
          return null;
        },
        planned.has(row),
      ),
    );
  const figures = added(read, problems);
  if (problems.length > 0) return problems;
  if (figures.length === 0) return wrong('Nessuna cifra.', 'No figure.');
  return {
    document: document.id,
    figures,
    skipped: rows.length - ours.length,
    empty: empty.size,
    planned: planned.size,
  };
}

const NONE = { empty: new Set<Row>(), planned: new Set<Row>() } as const;

/** Only this programme's rows may be imported; the others give one problem, not one each. */
function strangers(rows: readonly Row[], { cci }: ProgrammeFile): readonly Problem[] {
  const others = rows.filter(({ cells }) => cells.cci !== cci);
  const [first] = others;
  if (!first) return [];
  const codes = [...new Set(others.map(({ cells }) => cells.cci || '–'))].slice(0, 5).join(', ');
  return [
    problem(first.row, {
      it: `${others.length} righe sono di un altro programma (${codes}): questo è ${cci}.`,
      en: `${others.length} rows are of another programme (${codes}): this one is ${cci}.`,
    }),
  ];
}
