import { isSaidTwice } from './changes.ts';
import type { Figure, Snapshot, Subject } from './dataset.ts';
import { compare, type Decimal, difference } from './decimal.ts';
import { type Fact, publishedFact } from './facts.ts';
import { readingOf } from './inMillions.ts';
import { published, type Shelf } from './lookup.ts';
import { PUBLISHED_MEASURES, type PublishedMeasure, type Unit } from './measures.ts';
import { minus } from './rows.ts';
import type { Bilingual } from './schema.ts';

/** What is said of a figure beside its value, where that changed. */
export type Restated = {
  readonly aspect: 'document' | 'page' | 'printed' | 'quote' | 'also' | 'note';
  readonly before: string | null;
  readonly after: string | null;
};

/** A figure on both sides, or on one; the difference is null unless both are in one unit. */
export type FigureChange = {
  readonly subject: Subject;
  readonly measure: PublishedMeasure;
  readonly before: Fact | null;
  readonly after: Fact | null;
  readonly difference: Decimal | null;
  readonly restated: readonly Restated[];
};

export type FigureChanges = { readonly changes: readonly FigureChange[]; readonly unchanged: number };

/** Units that say the same, the shortest first. */
const FAMILIES: readonly (readonly Unit[])[] = [['MEUR', 'EUR'], ['count'], ['percent']];

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
      difference: differenceOf(before, after, minus),
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

/**
 * From earlier dates to a later one, as people say it: money in millions where that tells, whichever document prints
 * it. Each figure is compared with the first of the earlier shelves that has it.
 */
export function movedFigures(earlier: readonly Shelf[], later: Shelf): FigureChanges {
  const shelves = [...earlier, later];
  const subjects = new Map(shelves.flatMap(({ dataset }) => [...dataset.subjects]));
  for (const [id, subject] of later.dataset.subjects) subjects.set(id, subject);
  const all = [...subjects.values()].flatMap((subject) =>
    measuresOf(shelves, subject).flatMap((measure) => {
      const befores =
        earlier.map((shelf) => spoken(shelf, subject, measure)).find((facts) => facts.length > 0) ?? [];
      return comparisons(subject, measure, befores, spoken(later, subject, measure));
    }),
  );
  return counted(all);
}

function measuresOf(shelves: readonly Shelf[], { id }: Subject): readonly PublishedMeasure[] {
  const known = new Set(
    shelves.flatMap(({ snapshot }) =>
      snapshot.figures.filter(({ subject }) => subject.id === id).map(({ measure }) => measure),
    ),
  );
  return PUBLISHED_MEASURES.filter((measure) => known.has(measure));
}

/** What is printed, its euros also read in millions where no millions are. */
function spoken(shelf: Shelf, subject: Subject, measure: PublishedMeasure): readonly Fact[] {
  const facts = published(shelf, subject, measure);
  const euros = facts.find(({ unit }) => unit === 'EUR');
  return euros && !facts.some(({ unit }) => unit === 'MEUR') ? [readingOf(euros), ...facts] : facts;
}

function comparisons(
  subject: Subject,
  measure: PublishedMeasure,
  befores: readonly Fact[],
  afters: readonly Fact[],
): readonly FigureChange[] {
  return FAMILIES.flatMap((units): readonly FigureChange[] => {
    const both = units.flatMap((unit) => {
      const [before, after] = [befores, afters].map((facts) => facts.find((fact) => fact.unit === unit));
      return before && after ? [{ before, after, difference: differenceOf(before, after, difference) }] : [];
    });
    const unmoved = isSaidTwice(ofUnits(befores, units), ofUnits(afters, units));
    const [first] = both;
    if (first && unmoved) return [{ subject, measure, ...first, difference: NOTHING, restated: [] }];
    const telling = both.find((pair) => pair.difference?.units !== 0n) ?? first;
    if (telling) return [{ subject, measure, ...telling, restated: [] }];
    const [before, after] = [befores, afters].map(
      (facts) => facts.find(({ unit }) => units.includes(unit)) ?? null,
    );
    if (!before && !after) return [];
    return [
      { subject, measure, before: before ?? null, after: after ?? null, difference: null, restated: [] },
    ];
  });
}

const NOTHING: Decimal = { units: 0n, places: 0 };

function ofUnits(facts: readonly Fact[], units: readonly Unit[]): readonly Fact[] {
  return facts.filter(({ unit }) => units.includes(unit));
}

type Valued = Pick<Figure, 'value' | 'unit'>;

/** `less` keeps every place of a correction; between dates it says no more than the coarser figure does. */
function differenceOf(
  before: Valued | null,
  after: Valued | null,
  less: (from: Decimal, take: Decimal) => Decimal,
): Decimal | null {
  return before && after && before.unit === after.unit ? less(after.value, before.value) : null;
}

function counted(all: readonly FigureChange[]): FigureChanges {
  const same = ({ before, after, difference: by, restated }: FigureChange) =>
    before !== null && after !== null && by?.units === 0n && restated.length === 0;
  const changes = all.filter((change) => !same(change));
  return { changes, unchanged: all.length - changes.length };
}

/** Subjects in the order in which they first come, their figures together. */
function inOrder(changes: readonly FigureChange[]): readonly FigureChange[] {
  const ids = [...new Set(changes.map(({ subject }) => subject.id))];
  return ids.flatMap((id) => changes.filter(({ subject }) => subject.id === id));
}
