import type { Axis, Indicator, Priority, ProgrammeFile } from '../../../model/schema.ts';
import { isCounted, isResult, priorityCode } from '../achievements.ts';
import { axisCode } from '../cells.ts';
import type { EuTable } from '../rows.ts';
import { type AxisRow, axesOf } from './axes.ts';
import { documentsOf } from './documents.ts';
import { nameOf, namesOf } from './names.ts';

/** A programme as the Commission's tables know it: its axes, priorities and common result indicators. */
export function programmeOf(cci: string, tables: readonly EuTable[]): ProgrammeFile {
  const rows = tables.flatMap(({ rows }) => rows);
  const first = (column: string) =>
    squashed(rows.map(({ cells }) => cells[column] ?? '').find(Boolean) ?? '');
  const title = first('title') || cci;
  const region = title.split(/(?<!\s)\s+[-–]\s+/)[0] ?? title;
  const axisRows = (each: readonly EuTable[]): readonly AxisRow[] =>
    each.flatMap(({ format, rows }) => rows.map((row) => ({ code: row.cells[format.axis] ?? '', row })));
  const axes = axesOf(axisRows(tables));
  const people = tables.filter(({ format }) => format.is === 'achievements');
  const counted = axisRows(people).filter(({ row }) => isCounted(row));
  const priorities = prioritiesOf(counted, axes);
  const indicators = indicatorsOf(counted, axes, priorities);
  const generic = namesOf('programme').flatMap(({ name: { it, en } }) => [it, en]);
  return {
    $schema: './schema/programme.schema.json',
    id: 'programme',
    cci,
    name: { it: title, en: title },
    short: { it: title, en: title },
    region: { it: region, en: region },
    aliases: [
      ...new Set([
        ...GENERIC,
        ...generic,
        cci,
        ...(region === title ? [] : [`POR ${region}`, `PR ${region}`]),
      ]),
    ],
    documents: documentsOf(),
    fundingSources: [],
    axes: [...axes],
    priorities: [...priorities],
    indicators: [...indicators],
    initiatives: [],
    glossary: [],
    absent: [],
    sharedAliases: [...sharedBy(indicators)],
  };
}

const GENERIC = ['programma', 'il programma', 'programme', 'the programme'];

const squashed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A record of each kind that the rows name, once. */
function onceEach<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}

const idOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9.]+/g, '-');

/** Two axes may share the code of a priority: their names tell them apart, and the id of the second its axis. */
function prioritiesOf(rows: readonly AxisRow[], axes: readonly Axis[]): readonly Priority[] {
  const pairs = rows.flatMap(({ code: of, row }) => {
    const axis = axes.find((each) => axisCode(each) === of);
    const code = priorityCode(row);
    return axis && code !== '' ? [[`${axis.id} ${code}`, { axis, code }] as const] : [];
  });
  const called = [...new Map(pairs).values()];
  const all = called.map(({ axis, code }): Priority => {
    const sharing = axes.filter((each) => called.some((one) => one.axis === each && one.code === code));
    const isFirst = sharing[0] === axis;
    const { it, en } = nameOf('priority', code)?.name ?? {
      it: `Priorità d’investimento ${code}`,
      en: `Investment priority ${code}`,
    };
    const { short } = axis;
    return {
      id: `priority-${idOf(code)}${isFirst ? '' : `-${axis.id}`}`,
      axis: axis.id,
      code,
      name: sharing.length === 1 ? { it, en } : { it: `${it} (${short.it})`, en: `${en} (${short.en})` },
      aliases: [],
    };
  });
  const rank = ({ axis }: Priority) => axes.findIndex(({ id }) => id === axis);
  return all.toSorted((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : 1));
}

/** A record for each investment priority in which people reach a result: the same code counts other people in another. */
function indicatorsOf(
  rows: readonly AxisRow[],
  axes: readonly Axis[],
  priorities: readonly Priority[],
): readonly Indicator[] {
  const all = rows.flatMap(({ code: of, row }): readonly Indicator[] => {
    const { ind_code: code = '', indicator_long_name = '', indicator_short_name = '' } = row.cells;
    const axis = axes.find((each) => axisCode(each) === of);
    const priority = priorities.find((each) => each.axis === axis?.id && each.code === priorityCode(row));
    if (!priority || !isResult(code)) return [];
    const known = nameOf('result', code);
    const english = squashed(indicator_long_name || indicator_short_name || code);
    const en = english.charAt(0).toUpperCase() + english.slice(1);
    const short = known?.short ?? { it: en, en };
    const called = {
      it: `${code} – ${short.it} (PI ${priority.code})`,
      en: `${code} – ${short.en} (IP ${priority.code})`,
    };
    return [
      {
        id: `${idOf(code)}-${priority.id.replace(/^priority-/, '')}`,
        kind: 'result',
        code,
        axis: priority.axis,
        priority: priority.id,
        printed: english,
        name: known?.name ?? { it: en, en },
        short: called,
        targetYear: null,
        aliases: [],
      },
    ];
  });
  return onceEach(all).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The names that indicators of several priorities share on purpose. */
export function sharedBy(indicators: readonly Indicator[]): readonly string[] {
  const names = indicators.flatMap(({ name }) => [...new Set([name.it, name.en])]);
  return [...new Set(names.filter((name, at) => names.indexOf(name) < at))];
}
