import type { ProgrammeFile } from '../model/schema.ts';
import type { Snapshot } from './rule.ts';

type OfDocument = { readonly document: string };

/** The last whole snapshot with a document of a kind that this one cites, and where such a document stands here. */
export type Predecessor = {
  readonly last: Snapshot;
  readonly isOfKind: (row: OfDocument) => boolean;
  readonly source: number;
};

/**
 * What each kind of document of a snapshot succeeds: the same publisher, form and format make the report of a year the successor
 * of last year's. Only what `counts` gives of a snapshot makes it a predecessor. A partial snapshot has none, since it
 * may leave out what it likes.
 */
export function predecessors(
  { content: { partial, sources, remarks } }: Snapshot,
  earlier: readonly Snapshot[],
  { documents }: ProgrammeFile,
  counts: (snapshot: Snapshot) => readonly OfDocument[],
): readonly Predecessor[] {
  if (partial === true) return [];
  const kinds = new Map(
    documents.map(({ id, page, publisher, import: format }) => [
      id,
      `${page} ${JSON.stringify(publisher)} ${format ?? ''}`,
    ]),
  );
  const own = new Set([...sources, ...remarks].map(({ document }) => kinds.get(document)));
  return [...own].flatMap((kind) => {
    const isOfKind = ({ document }: OfDocument) => kinds.get(document) === kind;
    const last = earlier.findLast((o) => o.content.partial !== true && counts(o).some(isOfKind));
    return last ? [{ last, isOfKind, source: Math.max(0, sources.findIndex(isOfKind)) }] : [];
  });
}
