import { minus } from '../check/rows.ts';
import {
  counted,
  FAMILIES,
  type FigureChange,
  type FigureChanges,
  type Restated,
} from '../figures/figureChange.ts';
import type { Figure, Snapshot } from '../model/dataset.ts';
import { compare } from '../model/decimal.ts';
import { publishedFact } from '../model/facts.ts';
import type { Bilingual } from '../model/schema.ts';

/** One date on two sides: row by row, to the last decimal and the last word of a quotation. */
export function correctedFigures(was: Snapshot, is: Snapshot): FigureChanges {
  const pairs = paired(was.figures, is.figures);
  const all = pairs.map(([before, after]): FigureChange => {
    const figure = after ?? before;
    if (!figure) throw new Error('a pair of nothing');
    return {
      subject: figure.subject,
      measure: figure.measure,
      before: before && publishedFact(before),
      after: after && publishedFact(after),
      difference: before && after && before.unit === after.unit ? minus(after.value, before.value) : null,
      restated: before && after ? restatedIn([before, was], [after, is]) : [],
    };
  });
  return counted(inOrder(all));
}

type Pair = readonly [Figure | null, Figure | null];

/** By document and unit, else by unit, else by what is measured: a figure moved to another document is no new one. */
function paired(was: readonly Figure[], is: readonly Figure[]): readonly Pair[] {
  const keys: readonly ((figure: Figure) => string)[] = [
    ({ subject, measure, unit, source }) => `${subject.id} ${measure} ${unit} ${source.document.id}`,
    ({ subject, measure, unit }) => `${subject.id} ${measure} ${unit}`,
    ({ subject, measure, unit }) =>
      `${subject.id} ${measure} ${FAMILIES.findIndex((units) => units.includes(unit))}`,
  ];
  let [olds, news] = [[...was], [...is]];
  const pairs: Pair[] = [];
  for (const keyOf of keys) {
    const waiting = new Map(olds.map((figure) => [keyOf(figure), figure]));
    news = news.filter((figure) => {
      const match = waiting.get(keyOf(figure));
      if (match === undefined) return true;
      waiting.delete(keyOf(figure));
      olds = olds.filter((other) => other !== match);
      pairs.push([match, figure]);
      return false;
    });
  }
  return [...pairs, ...olds.map((old) => [old, null] as const), ...news.map((one) => [null, one] as const)];
}

function restatedIn([before, was]: readonly [Figure, Snapshot], [after, is]: readonly [Figure, Snapshot]) {
  const moved = compare(before.value, after.value) !== 0;
  const aspects = ([{ source, also, note }, { notes }]: readonly [Figure, Snapshot]) => ({
    document: source.document.id,
    page: String(source.page),
    printed: moved ? null : source.printed,
    quote: moved ? null : source.quote,
    also: also.map(({ page, printed }) => `${printed} (${page})`).join(', ') || null,
    note: keyOfNote(note, notes),
  });
  const [old, now] = [aspects([before, was]), aspects([after, is])];
  const names = ['document', 'page', 'printed', 'quote', 'also', 'note'] as const;
  return names
    .filter((aspect) => old[aspect] !== now[aspect])
    .map((aspect): Restated => ({ aspect, before: old[aspect], after: now[aspect] }));
}

/** The text of a note may change, and is told once; here it is which note a figure carries. */
function keyOfNote(note: Bilingual | null, notes: Snapshot['notes']): string | null {
  return Object.entries(notes).find(([, text]) => text === note)?.[0] ?? null;
}

/** Subjects in the order in which they first come, their figures together. */
function inOrder(changes: readonly FigureChange[]): readonly FigureChange[] {
  const ids = [...new Set(changes.map(({ subject }) => subject.id))];
  return ids.flatMap((id) => changes.filter(({ subject }) => subject.id === id));
}
