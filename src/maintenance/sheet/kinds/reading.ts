import type { Complain, Known } from '../cells.ts';
import type { Problem } from '../problems.ts';
import type { SheetRow } from '../rows.ts';

/** What reading a table's rows takes; `rowOf` gathers the row of each part of the snapshot that comes from one. */
export type Reading = {
  readonly known: Known;
  readonly complainAt: (row: SheetRow) => Complain;
  readonly problems: Problem[];
  readonly rowOf: Map<object, number>;
};
