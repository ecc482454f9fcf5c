import { paired } from '../../diff/paired.ts';
import type { FigureRow, SnapshotFile } from '../../model/schema.ts';
import type { Key } from './kinds/figures.ts';

/** A figure where it stands. */
export type Placed = { readonly document: string; readonly figure: FigureRow };

export function placedIn({ sources }: SnapshotFile): readonly Placed[] {
  return sources.flatMap(({ document, figures }) => figures.map((figure) => ({ document, figure })));
}

/** The same document, subject, measure and unit; else another document; else another unit. */
const KEYS: readonly ((key: Key) => string)[] = [
  ({ document, subject, measure, unit }) => `${document} ${subject} ${measure} ${unit}`,
  ({ subject, measure, unit }) => `${subject} ${measure} ${unit}`,
  ({ document, subject, measure }) => `${document} ${subject} ${measure}`,
];

/** For each row of a table the figure of the snapshot that the row stands for, if there is one. */
export function matched(keys: readonly Key[], placed: readonly Placed[]): readonly (Placed | undefined)[] {
  const figures = new Map(
    placed.map((each): [Key, Placed] => [{ ...each.figure, document: each.document }, each]),
  );
  const pairs = paired([...figures.keys()], keys, KEYS);
  return keys.map((key) => {
    const old = pairs.get(key);
    return old && figures.get(old);
  });
}

/** A figure as a table has it, and what it was. */
export type Pair = { readonly was: Placed | undefined; readonly now: Placed | undefined };

/** What an edited table comes to; `renamed` are the documents that others have replaced. */
export type Moved = { readonly snapshot: SnapshotFile; readonly renamed: ReadonlyMap<string, string> };

/**
 * A snapshot with these figures: those that were there in their order, a new one after the one above it in the table.
 * A document all of whose figures now cite another one has been replaced by that.
 */
export function withFigures(snapshot: SnapshotFile, pairs: readonly Pair[]): Moved {
  const renamed = renames(snapshot, pairs);
  const follow = <T extends { readonly document: string }>(row: T): T => ({
    ...row,
    document: renamed.get(row.document) ?? row.document,
  });
  const there = snapshot.sources.map(follow);
  const cited = new Set(pairs.flatMap(({ now }) => now?.document ?? []));
  const order = new Set([...there.map(({ document }) => document), ...cited]);
  const sources = [...order]
    .filter((document) => cited.has(document))
    .map((document) => ({
      ...there.find((source) => source.document === document),
      document,
      figures: figuresOf(document, snapshot, pairs, renamed),
    }));
  const remarks = snapshot.remarks.map(follow);
  const exceptions = snapshot.exceptions.map((row) => (row.rule === 'overbooking' ? follow(row) : row));
  return { snapshot: { ...snapshot, sources, remarks, exceptions }, renamed };
}

/** Documents of which nothing is left, and the new one to which all that is left of them has gone. */
function renames({ sources }: SnapshotFile, pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const there = new Set(sources.map(({ document }) => document));
  return new Map(
    sources.flatMap(({ document }) => {
      const to = pairs.flatMap(({ was, now }) => (was?.document === document && now ? now.document : []));
      const [other] = to;
      const isReplaced = other !== undefined && !there.has(other) && to.every((each) => each === other);
      return isReplaced ? [[document, other] as const] : [];
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
  const stays = ({ was }: Pair) => was && (renamed.get(was.document) ?? was.document) === document;
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
