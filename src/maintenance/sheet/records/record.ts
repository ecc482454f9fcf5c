import { displayName } from '../../../model/names.ts';
import type { Initiative, ProgrammeFile } from '../../../model/schema.ts';
import { type Complain, pageText } from '../cells.ts';
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

/** The record that rows with one id name; null where anything is wrong with them, which is complained of. */
export function recordOf(
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
