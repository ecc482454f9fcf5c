import { subjectsOf } from '../../../model/dataset.ts';
import { grouped } from '../../../model/grouped.ts';
import type { ProgrammeFile } from '../../../model/schema.ts';
import { slugOf } from '../../slug.ts';
import { type Complain, idIn } from '../cells.ts';
import { plainWord, squashed } from '../columns.ts';
import type { SheetRow } from '../rows.ts';
import { axisIn, priorityIn } from './axis.ts';
import { type NewRecord, recordOf } from './record.ts';
import { notNew } from './words.ts';

/** `subjectOf` is the id that a row comes to: that in its cell, or that of the new record that the row names. */
export type NewRecords = {
  readonly records: readonly NewRecord[];
  readonly subjectOf: (row: SheetRow) => string;
  /** Rows whose subject has been complained of. */
  readonly refused: ReadonlySet<SheetRow>;
};

const ID = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;
const LONGEST = 40;
const isId = (text: string) => ID.test(text) && text.length <= LONGEST;

/** The initiatives that rows name and programme.json lacks, of those rows that name a subject. */
export function newRecordsIn(
  rows: readonly SheetRow[],
  programme: ProgrammeFile,
  complainAt: (row: SheetRow) => Complain,
): NewRecords {
  const known = new Set(subjectsOf(programme).map(({ id }) => id));
  const strange = rows.filter(({ cells }) => !known.has(idIn(cells.subject, known)));
  for (const row of rows) if (!strange.includes(row)) unchanged(row, programme, complainAt(row));
  const groups = grouped(strange, ({ cells }) => idFor(cells.subject, nameIn(strange, cells)));
  const refused = new Set<SheetRow>();
  const ids = new Map<SheetRow, string>();
  const records = [...groups].flatMap(([id, [first, ...more]]): readonly NewRecord[] => {
    if (!first) return [];
    const own = [first, ...more];
    const record = recordOf(id, own, programme, known, complainAt);
    for (const row of own) record ? ids.set(row, id) : refused.add(row);
    return record ? [record] : [];
  });
  const subjectOf = (row: SheetRow) => ids.get(row) ?? idIn(row.cells.subject, known);
  return { records, subjectOf, refused };
}

/** A record that exists stays as it is, whatever the columns say that describe a new one. */
function unchanged({ cells }: SheetRow, programme: ProgrammeFile, complain: Complain): void {
  const [axis, priority] = [squashed(cells.axis ?? ''), squashed(cells.priority ?? '')];
  if (axis === '' && priority === '') return;
  const { initiatives, indicators } = programme;
  const id = squashed(cells.subject ?? '').toLowerCase();
  const record = [...initiatives, ...indicators].find((each) => each.id === id);
  if (!record) return;
  if (axis !== '' && axisIn(axis, programme)?.id !== record.axis) complain('axis', notNew('asse'));
  if (priority !== '' && priorityIn(priority, programme)?.id !== record.priority)
    complain('priority', notNew('priorità'));
}

/** The name in a row, or in another one with the same id. */
function nameIn(rows: readonly SheetRow[], cells: SheetRow['cells']): string {
  const own = squashed(cells.name ?? '');
  const id = squashed(cells.subject ?? '');
  if (own !== '' || id === '') return own;
  const same = rows.find(
    (row) => squashed(row.cells.subject ?? '') === id && squashed(row.cells.name ?? '') !== '',
  );
  return squashed(same?.cells.name ?? '');
}

/** Two rows of one name are of one record: whether the id is another's is found out later. */
const NOBODY: ReadonlySet<string> = new Set();

/** The id that a row gives, where it may be one; else a readable one from its name, ended between two words. */
function idFor(cell: string | undefined, name: string): string {
  const given = squashed(cell ?? '');
  if (isId(given)) return given;
  const words = plainWord(name === '' ? given : name);
  return /[a-z0-9]/.test(words) ? slugOf(words, NOBODY) : '';
}

/** A programme with its new records, each after the last of its axis. */
export function withRecords(programme: ProgrammeFile, records: readonly NewRecord[]): ProgrammeFile {
  const initiatives = [...programme.initiatives];
  for (const { record } of records) {
    const last = initiatives.findLastIndex(({ axis }) => axis === record.axis);
    initiatives.splice(last < 0 ? initiatives.length : last + 1, 0, record);
  }
  return { ...programme, initiatives };
}
