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
 * The proposals of bare numbers that the rules contradict, such as women and men, or the shares of the axes, in another
 * order: only their order on the page tells such numbers apart, and a new layout may have changed it. With a number all
 * go that stand beside it, since any of them may be the one out of place.
 */
export function contradicted({ proposed, ...given }: Given): ReadonlySet<Proposed> {
  const doubtful = new Set<Proposed>();
  for (;;) {
    const left = proposed.filter((each) => !doubtful.has(each));
    const wrong = wrongIn({ ...given, proposed: left });
    const more = left.filter(
      (each) => each.proposal.by === 'neighbours' && wrong.some((other) => isBeside(each, other)),
    );
    if (more.length === 0) return doubtful;
    for (const each of more) doubtful.add(each);
  }
}

/** On the same page counting the same; or the same thing of another subject, as the parts of a total. */
function isBeside({ row, proposal }: Proposed, other: Proposed): boolean {
  if (row.unit === other.row.unit && proposal.page === other.proposal.page) return true;
  return familyOf(row.measure) === familyOf(other.row.measure);
}

/** Women and men are shares of one thing. */
const familyOf = (measure: string): string => measure.replace(/-(?:female|male)$/, '');

/** The proposed figures that an error stands at; those that are not proposed have no say. */
function wrongIn({ programme, date, document, proposed }: Given): readonly Proposed[] {
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
  return findings.flatMap(({ severity, path }) => {
    const [, at = ''] = /figures\[(\d+)\]/.exec(path) ?? [];
    return severity === 'error' && at !== '' ? (proposed[Number(at)] ?? []) : [];
  });
}

const NOWHERE = { line: 1, column: 1 };

const fileOf = <T>(file: string, content: T): DataFile<T> => ({
  file,
  content,
  placeOf: () => NOWHERE,
  recordOf: () => null,
});
