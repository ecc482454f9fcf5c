import { decoded, utf8 } from '../sheet/decoded.ts';
import { type Problem, problem, wrong } from '../sheet/problems.ts';
import { DELIMITERS, isFilled, type Line, type Table, tableIn } from '../sheet/table.ts';
import { achievements } from './achievements.ts';
import { type Format, plainCode, type Row } from './cells.ts';
import { withPlainDates } from './dates.ts';
import { finance } from './finance.ts';
import { placesOf } from './heads.ts';
import { withPlainNumbers } from './numbers.ts';

/** The table in a file of the Commission: its numbers and dates are plain, however it was exported. */
export type EuTable = { readonly format: Format; readonly rows: readonly Row[] };

const FORMATS: readonly Format[] = [finance, achievements];
/** A file with more than half of a format's columns is of that format, and broken; with less it is something else. */
const MOST_COLUMNS = 0.5;
/** In how many rows from the top the names of the columns may stand: a title may come first. */
const FIRST_ROWS = 20;

export function euTableIn(bytes: Uint8Array): EuTable | readonly Problem[] {
  const text = decoded(bytes).replace(/^sep=.\r?\n/i, '');
  const heads = DELIMITERS.flatMap((delimiter) => headsIn(tableIn(text, delimiter)));
  const [near] = heads.toSorted((a, b) => lacks(a) - lacks(b));
  if (!near) return wrong('Il file è vuoto.', 'The file is empty.');
  if (near.missing.length > 0) return notOf(near, bytes);
  const { format, table, line } = near;
  if (table.problems.length > 0) return table.problems;
  const lines = table.lines.filter(({ row }) => row > line.row);
  const uneven = unevenIn(lines, line.cells.findLastIndex(isFilled) + 1);
  if (uneven.length > 0) return uneven;
  const cells = (line: Line) =>
    Object.fromEntries([...near.places].map(([name, at]) => [name, (line.cells[at] ?? '').trim()]));
  const rows = lines.map((line): Row => {
    const named = cells(line);
    return { row: line.row, cells: { ...named, [format.axis]: plainCode(named[format.axis] ?? '') } };
  });
  const plain = withPlainNumbers(withPlainDates(rows), format);
  return plain.problems.length > 0 ? plain.problems : { format, rows: plain.rows };
}

/** A line as the names of a format's columns. */
type Head = {
  readonly table: Table;
  readonly line: Line;
  readonly format: Format;
  readonly places: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
};

const lacks = ({ missing, format }: Head): number => missing.length / format.columns.length;

function headsIn(table: Table): readonly Head[] {
  return table.lines.slice(0, FIRST_ROWS).flatMap((line) =>
    FORMATS.map((format) => {
      const places = placesOf([...format.columns, ...format.more, ...format.alike], line.cells);
      const missing = format.columns.filter((name) => !places.has(name));
      return { table, line, format, places, missing };
    }),
  );
}

function notOf(near: Head, bytes: Uint8Array): readonly Problem[] {
  const { format, missing } = near;
  const lost = missing.join(', ');
  if (lacks(near) < MOST_COLUMNS) {
    return wrong(
      `Sembra «${format.name.it}», ma mancano le colonne: ${lost}.`,
      `It looks like “${format.name.en}”, but columns are missing: ${lost}.`,
    );
  }
  const known = (locale: 'it' | 'en') =>
    FORMATS.map(({ name, columns }) => `${name[locale]} (${columns.join(', ')})`).join('; ');
  const isOther = utf8(bytes) === null;
  return wrong(
    `Le colonne non sono quelle di un file conosciuto. Si importano: ${known('it')}.${isOther ? ' Il testo non è in UTF-8: se il file non è una tabella, esportarlo di nuovo come CSV.' : ''}`,
    `The columns are not those of a known file. These can be imported: ${known('en')}.${isOther ? ' The text is not UTF-8: if the file is no table, export it again as CSV.' : ''}`,
  );
}

/** Empty cells at the end are nothing; a cell too many, or too few, has moved the others. */
function unevenIn(lines: readonly Line[], width: number): readonly Problem[] {
  return lines
    .filter(({ cells }) => cells.length < width || cells.slice(width).some(isFilled))
    .map(({ row, cells: { length } }) =>
      problem(row, {
        it: `La riga ha ${length} campi, l’intestazione ${width}.`,
        en: `The row has ${length} fields, the header ${width}.`,
      }),
    );
}
