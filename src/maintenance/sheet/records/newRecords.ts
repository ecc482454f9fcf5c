import { subjectsOf } from '../../../model/dataset.ts';
import { grouped } from '../../../model/grouped.ts';
import { displayName } from '../../../model/names.ts';
import type { Initiative, ProgrammeFile } from '../../../model/schema.ts';
import { type Complain, idIn, pageText } from '../cells.ts';
import { type Column, plainWord, squashed } from '../columns.ts';
import type { SheetRow } from '../rows.ts';
import { axesOfPages, axisIn, priorityIn } from './axis.ts';
import { meantBy } from './similar.ts';
import {
  axisMissing,
  didYouMean,
  nameless,
  noAxis,
  noPriority,
  notNew,
  otherAxis,
  taken,
  twoAnswers,
} from './words.ts';

/** A record that a table brings with its figures, and the first row that names it. */
export type NewRecord = {
  readonly record: Initiative;
  readonly row: SheetRow;
  /** Whether the Italian name stands for the English one, which no row gives. */
  readonly untranslated: boolean;
};

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

/** The id that a row gives, where it may be one; else a readable one from its name, ended between two words. */
function idFor(cell: string | undefined, name: string): string {
  const given = squashed(cell ?? '');
  if (isId(given)) return given;
  const words = plainWord(name === '' ? given : name).match(/[a-z0-9]+/g) ?? [];
  let id = '';
  for (const word of words) {
    const next = id === '' ? word : `${id}-${word}`;
    if (next.length > LONGEST) break;
    id = next;
  }
  return id === '' ? (words[0] ?? '').slice(0, LONGEST) : id;
}

function recordOf(
  id: string,
  rows: readonly SheetRow[],
  programme: ProgrammeFile,
  known: ReadonlySet<string>,
  complainAt: (row: SheetRow) => Complain,
): NewRecord | null {
  const [row] = rows;
  if (!row) return null;
  const given = squashed(row.cells.subject ?? '');
  let sound = true;
  const complain = (at: SheetRow, column: Column, message: Parameters<Complain>[1]) => {
    complainAt(at)(column, message);
    sound = false;
  };
  const said = (column: Column) => only(column, rows, complain);
  const name = said('name');
  const code = said('priority');
  const priority = priorityOf(code, programme, complain);
  const axis = axisOf(said('axis'), programme, complain);
  const claim = {
    id: given,
    name: name.text,
    axis: axis ?? priority?.axis ?? null,
    priority: priority?.id ?? null,
  };
  const meant = meantBy(claim, programme);
  for (const each of rows) {
    if (meant) complain(each, 'subject', didYouMean(given, meant.id, displayName(programme, meant)));
    else if (name.text === '') complain(each, 'subject', nameless(given));
    else if (known.has(id)) complain(each, 'subject', taken(id));
  }
  if (axis !== null && priority && priority.axis !== axis)
    complain(code.row, 'priority', otherAxis(priority.code, priority.axis));
  const where = sound ? (claim.axis ?? axisOfPages(rows, programme)) : null;
  if (sound && where === null) complain(row, 'axis', axisMissing(name.text, axesOf(programme)));
  if (!sound || where === null) return null;
  const english = said('nameEn').text;
  const record = {
    ...{ id, axis: where, priority: claim.priority, printed: name.text },
    name: { it: name.text, en: english === '' ? name.text : english },
    aliases: aliasesIn(said('aliases').text),
  };
  return { record, row, untranslated: english === '' };
}

type Said = { readonly text: string; readonly row: SheetRow };
type ComplainOf = (row: SheetRow, column: Column, message: Parameters<Complain>[1]) => void;

/** The one thing that rows of a record say in a column; another one that a later row says is complained of. */
function only(column: Column, rows: readonly SheetRow[], complain: ComplainOf): Said {
  const said = rows
    .map((row) => ({ row, text: squashed(row.cells[column] ?? '') }))
    .filter(({ text }) => text !== '');
  const [first, ...others] = said;
  for (const { row, text } of others) {
    if (first && plainWord(text) !== plainWord(first.text))
      complain(row, column, twoAnswers(first.text, first.row.row));
  }
  const [row] = rows;
  return first ?? { text: '', row: row ?? { row: 0, cells: {} } };
}

function axisOf({ text, row }: Said, programme: ProgrammeFile, complain: ComplainOf): string | null {
  const axis = text === '' ? null : axisIn(text, programme);
  if (text !== '' && !axis) complain(row, 'axis', noAxis(text, axesOf(programme)));
  return axis?.id ?? null;
}

function priorityOf({ text, row }: Said, programme: ProgrammeFile, complain: ComplainOf) {
  const priority = text === '' ? null : priorityIn(text, programme);
  const codes = programme.priorities.map(({ code }) => code).join(', ');
  if (text !== '' && !priority) complain(row, 'priority', noPriority(text, codes));
  return priority;
}

/** Null where the pages of the rows tell none, or more than one. */
function axisOfPages(rows: readonly SheetRow[], programme: ProgrammeFile): string | null {
  const places = rows.map(({ cells }) => ({
    document: squashed(cells.document ?? ''),
    page: pageText(cells.page),
  }));
  const [axis, ...others] = axesOfPages(places, programme);
  return others.length === 0 ? (axis ?? null) : null;
}

const axesOf = ({ axes }: ProgrammeFile) => axes.map(({ id }) => id).join(', ');

const aliasesIn = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[,;|]/)
      .map(squashed)
      .filter((alias) => alias !== ''),
  ),
];

/** A programme with its new records, each after the last of its axis. */
export function withRecords(programme: ProgrammeFile, records: readonly NewRecord[]): ProgrammeFile {
  const initiatives = [...programme.initiatives];
  for (const { record } of records) {
    const last = initiatives.findLastIndex(({ axis }) => axis === record.axis);
    initiatives.splice(last < 0 ? initiatives.length : last + 1, 0, record);
  }
  return { ...programme, initiatives };
}
