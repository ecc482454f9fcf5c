import { check } from '../../check/check.ts';
import type { DataFile } from '../../check/files.ts';
import type { FigureRow, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import type { Proposal } from './proposals.ts';

/** A figure of a snapshot with what a report proposes for it. */
export type Proposed = { readonly row: FigureRow; readonly proposal: Proposal };

type Given = {
  readonly programme: ProgrammeFile;
  readonly date: string;
  readonly document: string;
  readonly proposed: readonly Proposed[];
};

/**
 * The proposals of bare numbers that arithmetic would have the other way round: women and men, committed and paid. Only
 * their order on the page tells such numbers apart, and a new layout may have changed it.
 */
export function swapped({ proposed, ...given }: Given): ReadonlySet<Proposed> {
  const errors = (all: readonly Proposed[]) => errorsIn({ ...given, proposed: all });
  const most = errors(proposed);
  if (most === 0) return new Set();
  return new Set(
    pairs(proposed)
      .filter(([a, b]) => errors(exchanged(proposed, a, b)) < most)
      .flat(),
  );
}

/** Bare numbers that may have changed places: of one page, and counting the same. */
function pairs(proposed: readonly Proposed[]): readonly (readonly [Proposed, Proposed])[] {
  const bare = proposed.filter(({ proposal }) => proposal.by === 'neighbours');
  return bare.flatMap((a, at) =>
    bare
      .slice(at + 1)
      .filter((b) => a.proposal.page === b.proposal.page && a.row.unit === b.row.unit)
      .map((b) => [a, b] as const),
  );
}

function exchanged(all: readonly Proposed[], a: Proposed, b: Proposed): readonly Proposed[] {
  const partner = (each: Proposed) => (each === a ? b : each === b ? a : each);
  return all.map((each) => ({ row: each.row, proposal: partner(each).proposal }));
}

/** How many errors the rules find in the proposed figures alone: those that are not proposed have no say. */
function errorsIn({ programme, date, document, proposed }: Given): number {
  const figures = proposed.map(({ row: { subject, measure, unit }, proposal: { value, page, printed } }) => ({
    ...{ subject, measure, value, unit, page, printed },
  }));
  const snapshot: SnapshotFile = {
    date,
    sources: [{ document, figures }],
    remarks: [],
    exceptions: [],
    notes: {},
  };
  const findings = check({
    programme: fileOf('programme.json', programme),
    snapshots: [fileOf(`snapshots/${date}.json`, snapshot)],
    drafted: new Set(),
    texts: new Map(),
    today: date,
  });
  return findings.filter(({ severity, path }) => severity === 'error' && path.includes('figures[')).length;
}

const NOWHERE = { line: 1, column: 1 };

const fileOf = <T>(file: string, content: T): DataFile<T> => ({
  file,
  content,
  placeOf: () => NOWHERE,
  recordOf: () => null,
});
