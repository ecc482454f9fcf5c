import { minus } from '../check/rows.ts';
import type { Figure, Snapshot } from '../model/dataset.ts';
import { compare } from '../model/decimal.ts';
import { publishedFact } from '../model/facts.ts';
import type { FigureChange, Restated } from './changes.ts';
import { paired } from './paired.ts';

/** One date on two sides: row by row, to the last decimal and the last word of a quotation. */
export function correctedFigures(was: Snapshot, is: Snapshot): readonly FigureChange[] {
  const pairs = paired(was.figures, is.figures, KEYS);
  const matched = new Set(pairs.values());
  const change = ({ subject, measure }: Figure, before: Figure | null, after: Figure | null) => ({
    subject,
    measure,
    before: before && publishedFact(before),
    after: after && publishedFact(after),
    difference: before && after && before.unit === after.unit ? minus(after.value, before.value) : null,
    restated: before && after ? restated(before, was.notes, after, is.notes) : [],
  });
  return inOrder([
    ...[...pairs].map(([after, before]) => change(after, before, after)),
    ...was.figures.filter((before) => !matched.has(before)).map((before) => change(before, before, null)),
    ...is.figures.filter((after) => !pairs.has(after)).map((after) => change(after, null, after)),
  ]);
}

/** By document and unit, else by unit, else by what is measured: a figure that moves to another document is not new. */
const KEYS: readonly ((figure: Figure) => string)[] = [
  ({ subject, measure, unit, source }) => `${subject.id} ${measure} ${unit} ${source.document.id}`,
  ({ subject, measure, unit }) => `${subject.id} ${measure} ${unit}`,
  ({ subject, measure, unit }) => `${subject.id} ${measure} ${unit.replace('MEUR', 'EUR')}`,
];

type Notes = Snapshot['notes'];

function restated(before: Figure, was: Notes, after: Figure, is: Notes): readonly Restated[] {
  const moved = compare(before.value, after.value) !== 0;
  const aspects = (
    { source, also, note }: Figure,
    notes: Notes,
  ): Record<Restated['aspect'], string | null> => ({
    document: source.document.id,
    page: String(source.page),
    printed: moved ? null : source.printed,
    quote: moved ? null : source.quote,
    also: also.map(({ page, printed }) => `${printed} (${page})`).join(', ') || null,
    // The text of a note is compared once for the date; of a figure, which note it carries.
    note: Object.entries(notes).find(([, text]) => text === note)?.[0] ?? null,
  });
  const [old, now] = [aspects(before, was), aspects(after, is)];
  return (['document', 'page', 'printed', 'quote', 'also', 'note'] as const)
    .filter((aspect) => old[aspect] !== now[aspect])
    .map((aspect) => ({ aspect, before: old[aspect], after: now[aspect] }));
}

/** Subjects in the order in which they first come, their figures together. */
function inOrder(changes: readonly FigureChange[]): readonly FigureChange[] {
  const ids = [...new Set(changes.map(({ subject }) => subject.id))];
  return ids.flatMap((id) => changes.filter(({ subject }) => subject.id === id));
}
