import type { FigureRow, ProgrammeFile } from '../../model/schema.ts';
import { type Problem, problem, wrong } from '../sheet/problems.ts';
import { tableIn, utf8 } from '../sheet/table.ts';
import { achievements } from './achievements.ts';
import type { Dated, Format, Row } from './cells.ts';
import { finance } from './finance.ts';

/** What a file of the Commission comes to; `skipped` are rows that are none of the dataset's business. */
export type Reading = {
  readonly document: string;
  readonly figures: readonly Dated[];
  readonly skipped: number;
};

/** The figures in a file, or everything that keeps it from being imported. */
export function readFigures(bytes: Uint8Array, programme: ProgrammeFile): Reading | readonly Problem[] {
  const table = rowsIn(bytes);
  if (!('rows' in table)) return table;
  const format = formatOf(table.columns);
  if (!('is' in format)) return format;
  const document = programme.documents.find(({ import: is, page }) => is === format.is && page === 'row');
  if (!document) {
    return wrong(
      `In programme.json manca un documento con "import": "${format.is}" e "page": "row".`,
      `programme.json lacks a document with "import": "${format.is}" and "page": "row".`,
    );
  }
  const foreign = strangers(table.rows, programme);
  if (foreign.length > 0) return foreign;
  const problems: Problem[] = [];
  const ours = table.rows.filter((row) => format.concerns(row, programme));
  const read = ours.flatMap((row) =>
    format.figures(row, programme, (it, en) => {
      problems.push(problem(row.row, { it, en }));
      return null;
    }),
  );
  const figures = onceEach(read, problems);
  if (problems.length > 0) return problems;
  if (figures.length === 0) return wrong('Nessuna cifra.', 'No figure.');
  return { document: document.id, figures, skipped: table.rows.length - ours.length };
}

type Rows = { readonly columns: readonly string[]; readonly rows: readonly Row[] };

function rowsIn(bytes: Uint8Array): Rows | readonly Problem[] {
  const text = utf8(bytes);
  if (text === null) return wrong('Il file non è un testo in UTF-8.', 'The file is not UTF-8 text.');
  const { lines, problems } = tableIn(text);
  const [head, ...rows] = lines;
  if (!head) return wrong('Il file è vuoto.', 'The file is empty.');
  const columns = head.cells.map((name) => name.trim());
  const uneven = rows
    .filter(({ cells }) => cells.length !== columns.length)
    .map(({ row, cells: { length } }) =>
      problem(row, {
        it: `La riga ha ${length} campi, l’intestazione ${columns.length}.`,
        en: `The row has ${length} fields, the header ${columns.length}.`,
      }),
    );
  const broken = problems.length > 0 ? problems : uneven;
  if (broken.length > 0) return broken;
  const named = (cells: readonly string[]) =>
    Object.fromEntries(columns.map((name, at) => [name, (cells[at] ?? '').trim()]));
  return { columns, rows: rows.map(({ row, cells }) => ({ row, cells: named(cells) })) };
}

const FORMATS: readonly Format[] = [finance, achievements];
/** A file with more than half of a format's columns is of that format, and broken; with less it is something else. */
const MOST_COLUMNS = 0.5;

function formatOf(columns: readonly string[]): Format | readonly Problem[] {
  const missing = (format: Format) => format.columns.filter((name) => !columns.includes(name));
  const share = (format: Format) => missing(format).length / format.columns.length;
  const near = FORMATS.toSorted((a, b) => share(a) - share(b))[0] ?? finance;
  const lost = missing(near).join(', ');
  if (lost === '') return near;
  if (share(near) < MOST_COLUMNS) {
    return wrong(
      `Sembra «${near.name.it}», ma mancano le colonne: ${lost}.`,
      `It looks like “${near.name.en}”, but columns are missing: ${lost}.`,
    );
  }
  const known = (locale: 'it' | 'en') =>
    FORMATS.map(({ name, columns }) => `${name[locale]} (${columns.join(', ')})`).join('; ');
  return wrong(
    `Le colonne non sono quelle di un file conosciuto. Si importano: ${known('it')}.`,
    `The columns are not those of a known file. These can be imported: ${known('en')}.`,
  );
}

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

/** Figures given twice for one date: the first stays where they are equal; where they are not, neither is right. */
function onceEach(figures: readonly Dated[], problems: Problem[]): readonly Dated[] {
  const first = new Map<string, FigureRow>();
  return figures.filter(({ date, figure }) => {
    const key = `${date} ${figure.subject} ${figure.measure} ${figure.unit}`;
    const other = first.get(key);
    if (!other) first.set(key, figure);
    else if (other.value !== figure.value) {
      const what = `"${figure.measure}" ${figure.subject} ${date}: ${figure.printed}`;
      problems.push(
        problem(figure.page, {
          it: `${what}, ma la riga ${other.page} dice ${other.printed}.`,
          en: `${what}, but row ${other.page} says ${other.printed}.`,
        }),
      );
    }
    return !other;
  });
}
