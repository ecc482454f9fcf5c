import { compare, type Decimal } from '../../model/decimal.ts';
import type { Finding } from '../../model/finding.ts';
import { CASCADE, type PublishedMeasure, type Unit } from '../../model/measures.ts';
import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { exactOf, exactSum, isAbove, lastPlace, minus, type Row, rowOf, rowsOf, written } from '../rows.ts';

/** Printed parts add up to the printed total; where some are not printed, the rest cannot be negative. */
export const additions: Rule = ({ programme, snapshots }) =>
  snapshots.flatMap((file) => {
    const rows = rowsOf(file);
    const totals = sums(programme.content);
    const waived = new Set(
      file.content.exceptions.filter(({ rule }) => rule === 'rounding').map(keyOfException),
    );
    return [...totals.flatMap((sum) => check(file, rows, sum, waived)), ...stale(file, rows, totals)];
  });

type Term = { readonly subject: string; readonly measure: PublishedMeasure };
type Sum = { readonly whole: Term; readonly parts: readonly Term[]; readonly unit: Unit };
type Exception = SnapshotFile['exceptions'][number];

const SEXES = ['participants-female', 'participants-male'] as const;
const VULNERABLE = ['participants-disability', 'participants-migrants', 'participants-other'] as const;
const PEOPLE = ['participants', ...SEXES, ...VULNERABLE, 'participants-vulnerable'] as const;

function sums({ id, axes, priorities, fundingSources }: ProgrammeFile): readonly Sum[] {
  const across = (measure: PublishedMeasure, parts: readonly { readonly id: string }[], unit: Unit): Sum => ({
    whole: { subject: id, measure },
    parts: parts.map((part) => ({ subject: part.id, measure })),
    unit,
  });
  const within = (
    subject: string,
    whole: PublishedMeasure,
    parts: readonly PublishedMeasure[],
    unit: Unit,
  ): Sum => ({
    whole: { subject, measure: whole },
    parts: parts.map((measure) => ({ subject, measure })),
    unit,
  });
  const reached = axes.filter(({ countsParticipants }) => countsParticipants !== false);
  return [
    ...(['MEUR', 'EUR'] as const).flatMap((unit) => [
      ...[...CASCADE, 'declared' as const].map((measure) => across(measure, axes, unit)),
      across('allocation', fundingSources, unit),
    ]),
    across('selected-operations', axes, 'count'),
    ...PEOPLE.map((measure) => across(measure, reached, 'count')),
    ...axes.flatMap((axis) => {
      const own = priorities.filter((priority) => priority.axis === axis.id);
      return VULNERABLE.map((measure) => ({
        ...across(measure, own, 'count'),
        whole: { subject: axis.id, measure },
      }));
    }),
    ...[id, ...axes.map((axis) => axis.id)].flatMap((subject) => [
      within(subject, 'participants', SEXES, 'count'),
      within(subject, 'participants-vulnerable', VULNERABLE, 'count'),
      within(subject, 'participants-vulnerable', VULNERABLE, 'percent'),
    ]),
  ];
}

const keyOf = ({ whole, unit }: Sum) => `${whole.subject} ${whole.measure} ${unit}`;
const keyOfException = (row: Exception) =>
  row.rule === 'rounding' ? `${row.subject} ${row.measure} ${row.unit}` : '';

type Outcome = {
  readonly whole: Row;
  readonly printed: Decimal;
  readonly sum: Decimal;
  readonly terms: string;
};

function check(
  file: DataFile<SnapshotFile>,
  rows: readonly Row[],
  sum: Sum,
  waived: ReadonlySet<string>,
): readonly Finding[] {
  const outcome = addUp(rows, sum);
  if (!outcome) return [];
  const { whole, printed, terms } = outcome;
  const words = { it: written(outcome.sum).it, en: written(outcome.sum).en };
  if (waived.has(keyOf(sum)) && outcome.byRounding) return [];
  return [
    found(file, whole.path, {
      rule: 'additions',
      message: {
        it: `${terms} fanno ${words.it}${outcome.complete ? '' : ' senza le parti non stampate'}, ma "${whole.measure}" di "${whole.subject}" è ${written(printed).it}.`,
        en: `${terms} make ${words.en}${outcome.complete ? '' : ' without the parts not printed'}, but "${whole.measure}" of "${whole.subject}" is ${written(printed).en}.`,
      },
      advice: outcome.byRounding
        ? {
            it: 'Correggere la cifra sbagliata; se è solo arrotondamento, dirlo in "exceptions" con "rule": "rounding".',
            en: 'Correct the wrong figure; if it is rounding alone, say so in "exceptions" with "rule": "rounding".',
          }
        : {
            it: 'Confrontare ogni addendo e il totale con il documento e correggere quello sbagliato.',
            en: 'Compare every term and the total with the document and correct the wrong one.',
          },
    }),
  ];
}

/** Null where the sum holds or too little is printed to tell. */
function addUp(rows: readonly Row[], { whole, parts, unit }: Sum) {
  const total = rowOf(rows, whole.subject, whole.measure, unit);
  const known = parts.flatMap(({ subject, measure }) => rowOf(rows, subject, measure, unit) ?? []);
  if (!total || known.length === 0) return null;
  const values = known.map(exactOf);
  const printed = exactOf(total);
  const sum = exactSum(values);
  const complete = known.length === parts.length;
  if (complete ? compare(sum, printed) === 0 : !isAbove(sum, printed)) return null;
  const gap = minus(sum, printed);
  const size = gap.units < 0n ? { ...gap, units: -gap.units } : gap;
  const slack = exactSum([...values, printed].map(lastPlace));
  return {
    whole: total,
    printed,
    sum,
    complete,
    terms: known.map(({ subject, measure }) => (subject === whole.subject ? measure : subject)).join(' + '),
    byRounding: unit !== 'count' && compare(size, slack) < 0,
  } satisfies Outcome & { complete: boolean; byRounding: boolean };
}

/** A rounding exception whose sum holds after all. */
function stale(
  file: DataFile<SnapshotFile>,
  rows: readonly Row[],
  totals: readonly Sum[],
): readonly Finding[] {
  return file.content.exceptions.flatMap((row, at) => {
    if (row.rule !== 'rounding') return [];
    const needed = totals.some((sum) => keyOf(sum) === keyOfException(row) && addUp(rows, sum)?.byRounding);
    if (needed) return [];
    return [
      found(file, ['exceptions', at], {
        rule: 'additions',
        message: {
          it: 'L’eccezione non serve più: le cifre sommano, o sbagliano per più dell’arrotondamento.',
          en: 'The exception no longer applies: the figures add up, or miss by more than rounding.',
        },
        advice: { it: 'Togliere l’eccezione.', en: 'Remove the exception.' },
      }),
    ];
  });
}
