import { compare, type Decimal, exactSum } from '../../model/decimal.ts';
import { AXIS_MONEY, type PublishedMeasure, type Unit } from '../../model/measures.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import { exactOf, gapOf, isAbove, lastPlace, type Row, rowOf, written } from '../rows.ts';
import type { Rule, WrongHere } from '../rule.ts';

/** Printed parts add up to the printed total; where some are not printed, the rest cannot be negative. */
export const additions: Rule = {
  id: 'additions',
  exception: {
    rule: 'rounding',
    unneeded: {
      it: 'le cifre sommano, o sbagliano per più dell’arrotondamento',
      en: 'the figures add up, or miss by more than rounding',
    },
  },
  *snapshot({ rows }, { programme }) {
    for (const sum of sums(programme)) yield* check(rows, sum);
  },
};

type Term = { readonly subject: string; readonly measure: PublishedMeasure };
type Sum = { readonly whole: Term; readonly parts: readonly Term[]; readonly unit: Unit };

const SEXES = ['participants-female', 'participants-male'] as const;
const VULNERABLE = ['participants-disability', 'participants-migrants', 'participants-other'] as const;
const PEOPLE = ['participants', ...SEXES, ...VULNERABLE, 'participants-vulnerable'] as const;

function sums({ id, axes, priorities, fundingSources }: ProgrammeFile): readonly Sum[] {
  const reached = axes.filter(({ countsParticipants }) => countsParticipants !== false);
  return [
    ...(['MEUR', 'EUR'] as const).flatMap((unit) => [
      ...AXIS_MONEY.map((measure) => across(id, measure, axes, unit)),
      across(id, 'allocation', fundingSources, unit),
    ]),
    across(id, 'selected-operations', axes, 'count'),
    ...PEOPLE.map((measure) => across(id, measure, reached, 'count')),
    ...axes.flatMap((axis) => {
      const own = priorities.filter((priority) => priority.axis === axis.id);
      return VULNERABLE.map((measure) => across(axis.id, measure, own, 'count'));
    }),
    ...[id, ...axes.map((axis) => axis.id)].flatMap((subject) => [
      within(subject, 'participants', SEXES, 'count'),
      within(subject, 'participants-vulnerable', VULNERABLE, 'count'),
      within(subject, 'participants-vulnerable', VULNERABLE, 'percent'),
    ]),
  ];
}

/** One measure of a whole and of its parts. */
function across(
  subject: string,
  measure: PublishedMeasure,
  parts: readonly { id: string }[],
  unit: Unit,
): Sum {
  return { whole: { subject, measure }, parts: parts.map(({ id }) => ({ subject: id, measure })), unit };
}

/** Measures of one subject, of which one is the sum of the others. */
function within(
  subject: string,
  whole: PublishedMeasure,
  parts: readonly PublishedMeasure[],
  unit: Unit,
): Sum {
  return { whole: { subject, measure: whole }, parts: parts.map((measure) => ({ subject, measure })), unit };
}

function* check(rows: readonly Row[], { whole, parts, unit }: Sum): Generator<WrongHere> {
  const total = rowOf(rows, whole.subject, whole.measure, unit);
  const known = parts.flatMap(({ subject, measure }) => rowOf(rows, subject, measure, unit) ?? []);
  if (!total || known.length === 0) return;
  const values = known.map(exactOf);
  const [printed, sum] = [exactOf(total), exactSum(values)];
  const complete = known.length === parts.length;
  if (complete ? compare(sum, printed) === 0 : !isAbove(sum, printed)) return;
  const terms = known
    .map(({ subject, measure }) => (subject === whole.subject ? measure : subject))
    .join(' + ');
  yield {
    path: total.path,
    it: `${terms} fanno ${written(sum).it}${complete ? '' : ' senza le parti non stampate'}, ma "${whole.measure}" di "${whole.subject}" è ${written(printed).it}.`,
    en: `${terms} make ${written(sum).en}${complete ? '' : ' without the parts not printed'}, but "${whole.measure}" of "${whole.subject}" is ${written(printed).en}.`,
    ...(unit !== 'count' && isRounding([...values, printed], gapOf(sum, printed))
      ? { unless: { ...whole, unit }, ...BY_ROUNDING }
      : BY_MISTAKE),
  };
}

/** Each figure may have been rounded by less than one step of its last decimal. */
function isRounding(values: readonly Decimal[], gap: Decimal): boolean {
  return compare(gap, exactSum(values.map(lastPlace))) < 0;
}

const BY_ROUNDING = {
  adviceIt:
    'Correggere la cifra sbagliata; se è solo arrotondamento, dirlo in "exceptions" con "rule": "rounding".',
  adviceEn:
    'Correct the wrong figure; if it is rounding alone, say so in "exceptions" with "rule": "rounding".',
};

const BY_MISTAKE = {
  adviceIt: 'Confrontare ogni addendo e il totale con il documento e correggere quello sbagliato.',
  adviceEn: 'Compare every term and the total with the document and correct the wrong one.',
};
