import Papa from 'papaparse';
import { COLUMN_KEYS, COLUMNS, type Column, squashed } from './columns.ts';

/** A row that names columns: where it stands, and which of its names is which column. */
export type Head = {
  readonly at: number;
  readonly columns: ReadonlyMap<Column, number>;
  readonly names: readonly string[];
};

/** How far down the names of the columns are looked for: a title may stand above them. */
const FIRST_ROWS = 20;

/** What each of the first rows would name as columns; the one that names most of them is the header. */
export function headsIn(text: string, delimiter: string): readonly Head[] {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: FIRST_ROWS });
  return data.map((cells, at) => {
    const names = cells.map(squashed);
    const columns = new Map<Column, number>();
    for (const [index, name] of names.entries()) {
      const key = COLUMN_KEYS.find((each) =>
        (COLUMNS[each] as readonly string[]).includes(name.toLowerCase()),
      );
      if (key && !columns.has(key)) columns.set(key, index);
    }
    return { at, columns, names };
  });
}
