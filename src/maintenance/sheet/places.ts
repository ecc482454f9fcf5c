import { PROGRAMME_FILE } from '../../load/read.ts';
import type { Finding } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { COLUMNS, type Column } from './columns.ts';
import { placeWords } from './problems.ts';
import type { Sheet } from './rows.ts';

/** A cell of a table as a spreadsheet names it: `14` and `H`; a finding about a whole row is one about what the row is mostly read for. */
export type Cell = { readonly row: number; readonly column: string };

/** The rows that the parts of an edited snapshot come from; what no row speaks of is missing. */
export type Origins = {
  readonly snapshot: SnapshotFile;
  /** Figures, other printings, remarks and notes as objects of that snapshot. */
  readonly rows: ReadonlyMap<object, number>;
  /** Rows of new records, by where they stand in programme.json. */
  readonly records: ReadonlyMap<number, number>;
  readonly letters: Sheet['letters'];
};

/** The cell that a finding about the edited files goes back to. */
export function cellOf({ file, path }: Finding, origins: Origins): Cell | null {
  const place = file === PROGRAMME_FILE ? recordAt(path, origins) : snapshotAt(path, origins);
  if (!place) return null;
  return { row: place.row, column: headed(place.column, origins.letters) };
}

/** `H «stampato»`, or the head alone where the table has no such column. */
export function headed(column: Column, letters: Sheet['letters']): string {
  const letter = letters[column];
  return `${letter === undefined ? '' : `${letter} `}«${COLUMNS[column][0]}»`;
}

type Found = { readonly row: number; readonly column: Column };

function recordAt(path: string, { records }: Origins): Found | null {
  const [, index = '', field = ''] = /^initiatives\[(\d+)\](?:\.(\w+(?:\.en)?))?/.exec(path) ?? [];
  const row = index === '' ? undefined : records.get(Number(index));
  return row === undefined ? null : { row, column: RECORD_FIELDS[field] ?? 'subject' };
}

const RECORD_FIELDS: Readonly<Record<string, Column>> = {
  id: 'subject',
  axis: 'axis',
  priority: 'priority',
  printed: 'name',
  name: 'name',
  'name.en': 'nameEn',
  aliases: 'aliases',
};

const FIGURE = /^sources\[(\d+)\]\.figures\[(\d+)\](?:\.also\[(\d+)\])?(?:\.(\w+))?/;
const REMARK = /^remarks\[(\d+)\](?:\.(\w+))?/;

function snapshotAt(path: string, { snapshot, rows }: Origins): Found | null {
  const at = (record: object | undefined, field: string | undefined, whole: Column): Found | null => {
    const row = record && rows.get(record);
    return row === undefined ? null : { row, column: FIELDS[field ?? ''] ?? whole };
  };
  const [, source, figure, also, field] = FIGURE.exec(path) ?? [];
  if (source !== undefined) {
    const record = snapshot.sources[Number(source)]?.figures[Number(figure)];
    const printing = also === undefined ? null : at(record?.also?.[Number(also)], field, 'printed');
    return printing ?? at(record, also === undefined ? field : '', 'printed');
  }
  const [, remark, part] = REMARK.exec(path) ?? [];
  if (remark !== undefined) return at(snapshot.remarks[Number(remark)], part, 'quote');
  const keys = Object.keys(snapshot.notes).toSorted((a, b) => b.length - a.length);
  const key = keys.find((each) => new RegExp(`^notes\\.${each.replaceAll('.', '\\.')}(?![\\w-])`).test(path));
  const rest = key === undefined ? '' : path.slice(`notes.${key}.`.length);
  return key === undefined ? null : at(snapshot.notes[key], /^(?:brief\.)?\w+/.exec(rest)?.[0], 'note');
}

const FIELDS: Readonly<Record<string, Column>> = {
  subject: 'subject',
  measure: 'measure',
  value: 'value',
  unit: 'unit',
  document: 'document',
  page: 'page',
  printed: 'printed',
  quote: 'quote',
  note: 'note',
  confirm: 'confirm',
  it: 'textIt',
  en: 'textEn',
  brief: 'briefIt',
  'brief.it': 'briefIt',
  'brief.en': 'briefEn',
  detail: 'detail',
};

/** What of a path a person who has only the table can use: the ids in it. */
const idsIn = (path: string): string => / (\([^()]*\))$/.exec(path)?.[1] ?? '';

/** A finding as one about the table, which was read, in place of the file, which was not written. */
export function inTable(finding: Finding, table: string, cell: Cell | null, locale: Locale): Finding {
  const place = cell ? placeWords(table, [cell.row], cell.column, locale) : table;
  return { ...finding, file: place, line: null, column: null, path: idsIn(finding.path) };
}
