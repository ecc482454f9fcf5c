import type { SnapshotFile } from '../../../model/schema.ts';
import { matched, type Pair, placedIn } from '../matches.ts';
import { problem } from '../problems.ts';
import type { SheetRow } from '../rows.ts';
import { figureIn, type Key, keyIn, nameOf } from './figures.ts';
import type { Kinds } from './kind.ts';
import { withPrintings } from './printings.ts';
import type { Reading } from './reading.ts';

/** Every figure of the table and of the snapshot, with its other printings. A table of notes alone leaves all as it is. */
export function figurePairs(
  { figure: rows, printing }: Kinds,
  snapshot: SnapshotFile,
  reading: Reading,
): readonly Pair[] {
  const placed = placedIn(snapshot);
  const keyed = keyedRows(rows, reading);
  const were = matched(
    keyed.map(({ key }) => key),
    placed,
  );
  const told = keyed.flatMap(({ row, key }, at): readonly Pair[] => {
    const was = were[at];
    const figure = figureIn(row.cells, key, was?.figure, reading.known, reading.complainAt(row));
    if (figure) reading.rowOf.set(figure, row.row);
    return figure ? [{ was, now: { document: key.document, figure } }] : [];
  });
  const kept = new Set(were);
  const rest = placed
    .filter((each) => !kept.has(each))
    .map((was): Pair => ({ was, now: rows.length > 0 ? undefined : was }));
  const pairs = [...told, ...rest];
  if (printing.length === 0) return pairs;
  const keys = rows.length > 0 ? keyed.map(({ key }) => key) : placed.map(keyOfPlaced);
  return withPrintings(printing, pairs, new Set(keys.map(nameOf)), reading);
}

const keyOfPlaced = ({ document, figure }: ReturnType<typeof placedIn>[number]): Key => ({
  ...figure,
  document,
});

function keyedRows(rows: readonly SheetRow[], { known, complainAt, problems }: Reading) {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = keyIn(row.cells, known, complainAt(row));
    if (!key) return [];
    const name = nameOf(key);
    const before = first.get(name);
    if (before === undefined) first.set(name, row.row);
    else problems.push(repeated(row.row, name, before));
    return [{ row, key }];
  });
}

const repeated = (row: number, name: string, before: number) =>
  problem(row, {
    it: `${name}: c’è già alla riga ${before}. Tenerne una.`,
    en: `${name}: already in row ${before}. Keep one of them.`,
  });
