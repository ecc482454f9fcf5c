import type { FigureRow, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import type { Page } from '../report/page.ts';
import type { Drafted, Entry } from './entries.ts';
import type { Unmade } from './types.ts';

/** A draft after a decision; the programme changes with the title of a document alone. */
export type Decided = { readonly ok: true; readonly draft: SnapshotFile; readonly programme: ProgrammeFile };

/** A draft, and what a decision on it is made with. */
export type Given = Drafted & {
  /** The pages of a document, as far as its text is at hand. */
  readonly pagesOf: (document: string) => readonly Page[];
  /** The printed name of an initiative, an indicator or a source of money; empty for other subjects. */
  readonly nameOf: (subject: string) => string;
};

export type Fields = Readonly<Record<string, unknown>>;

export const unmarked = <T extends Fields>({ confirm: _, was: __, ...record }: T) => record;

/** The draft with the record of an entry changed. */
export function withRecord(given: Given, entry: Entry, change: (record: Fields) => Fields): Decided {
  const { draft } = given;
  const put = (next: Partial<SnapshotFile>): Decided => ({
    ok: true,
    draft: { ...draft, ...next },
    programme: given.programme,
  });
  switch (entry.kind) {
    case 'figure':
      return put({
        sources: withFigures(draft, entry.source, (row, at) => (at === entry.at ? change(row) : row)),
      });
    case 'remark':
      return put({
        remarks: mapped(draft.remarks, (remark, at) => (at === entry.at ? change(remark) : remark)),
      });
    case 'note':
      return put({
        notes: { ...draft.notes, [entry.name]: change(entry.note) as SnapshotFile['notes'][string] },
      });
    default:
      return put({
        sources: mapped(draft.sources, (source, at) => (at === entry.source ? change(source) : source)),
      });
  }
}

const mapped = <T extends Fields>(list: readonly T[], change: (item: T, at: number) => Fields): T[] =>
  list.map((item, at) => change(item, at) as T);

const withFigures = ({ sources }: SnapshotFile, at: number, change: (row: FigureRow, at: number) => Fields) =>
  sources.map((source, each) =>
    each === at ? { ...source, figures: mapped(source.figures, change) } : source,
  );

export const unmade = (why: Unmade['why']): Unmade => ({ ok: false, why });
