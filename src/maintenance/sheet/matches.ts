import type { FigureRow, SnapshotFile } from '../../model/schema.ts';
import type { Key } from './figures.ts';

/** A figure where it stands. */
export type Placed = { readonly document: string; readonly figure: FigureRow };

export function placedIn({ sources }: SnapshotFile): readonly Placed[] {
  return sources.flatMap(({ document, figures }) => figures.map((figure) => ({ document, figure })));
}

const KEYS: readonly ((key: Key) => string)[] = [
  ({ document, subject, measure, unit }) => `${document} ${subject} ${measure} ${unit}`,
  ({ subject, measure, unit }) => `${subject} ${measure} ${unit}`,
  ({ document, subject, measure }) => `${document} ${subject} ${measure}`,
];

/**
 * For each row of a table the figure that it was, if any: the one of the same document, subject, measure and unit; else
 * of another document, or in another unit, where there is only one of them that it can be.
 */
export function matched(keys: readonly Key[], placed: readonly Placed[]): readonly (Placed | undefined)[] {
  const found = new Map<Key, Placed>();
  for (const keyOf of KEYS) {
    const taken = new Set(found.values());
    const figures = groups(
      placed.filter((each) => !taken.has(each)),
      ({ document, figure }) => keyOf({ ...figure, document }),
    );
    const rows = groups(
      keys.filter((key) => !found.has(key)),
      keyOf,
    );
    for (const [key, [row, ...others]] of rows) {
      const [figure, ...more] = figures.get(key) ?? [];
      if (row && figure && others.length === 0 && more.length === 0) found.set(row, figure);
    }
  }
  return keys.map((key) => found.get(key));
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const grouped = new Map<string, T[]>();
  for (const item of items) grouped.set(keyOf(item), [...(grouped.get(keyOf(item)) ?? []), item]);
  return grouped;
}

/** A figure as a table has it, and what it was. */
export type Pair = { readonly was: Placed | undefined; readonly now: Placed | undefined };

/**
 * A snapshot with these figures: those that were there in their order, a new one after the one above it in the table.
 * A document all of whose figures now cite another one has been replaced by that.
 */
export function withFigures(snapshot: SnapshotFile, pairs: readonly Pair[]): SnapshotFile {
  const documents = [...new Set(pairs.flatMap(({ now }) => now?.document ?? []))];
  const renamed = renames(snapshot, pairs);
  const nameOf = (document: string) => renamed.get(document) ?? document;
  const there = snapshot.sources.map((source) => ({ ...source, document: nameOf(source.document) }));
  const order = [...new Set([...there.map(({ document }) => document), ...documents])];
  const sources = order
    .filter((document) => documents.includes(document))
    .map((document) => ({
      ...there.find((source) => source.document === document),
      document,
      figures: figuresOf(document, snapshot, pairs, renamed),
    }));
  return {
    ...snapshot,
    sources,
    remarks: snapshot.remarks.map((row) => ({ ...row, document: nameOf(row.document) })),
    exceptions: snapshot.exceptions.map((row) =>
      row.rule === 'overbooking' ? { ...row, document: nameOf(row.document) } : row,
    ),
  };
}

/** Documents of which nothing is left, and the new one to which all that is left of them has gone. */
export function renames({ sources }: SnapshotFile, pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const there = new Set(sources.map(({ document }) => document));
  return new Map(
    sources.flatMap(({ document }) => {
      const to = [
        ...new Set(pairs.flatMap(({ was, now }) => (was?.document === document && now ? now.document : []))),
      ];
      const [other] = to;
      return to.length === 1 && other !== undefined && !there.has(other) ? [[document, other] as const] : [];
    }),
  );
}

function figuresOf(
  document: string,
  snapshot: SnapshotFile,
  pairs: readonly Pair[],
  renamed: ReadonlyMap<string, string>,
): FigureRow[] {
  const here = pairs.filter(({ now }) => now?.document === document);
  const stays = ({ was }: Pair) =>
    was !== undefined && (was.document === document || renamed.get(was.document) === document);
  const order = placedIn(snapshot).map(({ figure }) => figure);
  const rank = ({ was }: Pair) => (was ? order.indexOf(was.figure) : -1);
  const line = here.filter(stays).toSorted((a, b) => rank(a) - rank(b));
  for (const [at, pair] of here.entries()) {
    if (stays(pair)) continue;
    const above = here[at - 1];
    line.splice(above ? line.indexOf(above) + 1 : line.length, 0, pair);
  }
  return line.flatMap(({ now }) => now?.figure ?? []);
}
